import { bombsAreRefused } from "./bombs-are-refused.ts";
import { engineDeaths } from "./engine-deaths.ts";
import { flood } from "./flood.ts";
import { handshakeMatrix } from "./handshake-matrix.ts";
import type { Measurement } from "./harness/measurement.ts";
import { hostileBrowser } from "./hostile-browser.ts";
import { pathEscapes } from "./path-escapes.ts";
import { pictureCorpus } from "./picture-corpus.ts";
import { protocolFuzz } from "./protocol-fuzz.ts";
import { resultAddresses } from "./result-addresses.ts";
import { secretCanaries } from "./secret-canaries.ts";
import { wordCanaries } from "./word-canaries.ts";

/** Every guarantee of this folder that is measured. */
export const MEASUREMENTS: readonly Measurement[] = [
  handshakeMatrix,
  hostileBrowser,
  pictureCorpus,
  bombsAreRefused,
  pathEscapes,
  flood,
  engineDeaths,
  protocolFuzz,
  secretCanaries,
  wordCanaries,
  resultAddresses,
];
