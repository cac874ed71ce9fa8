import { bombsAreRefused } from "./bombs-are-refused.ts";
import { flood } from "./flood.ts";
import { handshakeMatrix } from "./handshake-matrix.ts";
import type { Measurement } from "./harness/measurement.ts";
import { pictureCorpus } from "./picture-corpus.ts";

/** Every guarantee of this folder that is measured. */
export const MEASUREMENTS: readonly Measurement[] = [handshakeMatrix, pictureCorpus, bombsAreRefused, flood];
