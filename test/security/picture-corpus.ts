import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createChildCodec } from "../../local-server/codec/child-codec.ts";
import type { Logger } from "../../local-server/observability/logger.ts";
import type { ErrorCode } from "../../protocol/errors.ts";
import { malformedPictures } from "../fixtures/malformed/malformed-pictures.ts";
import { childrenOf, peakBytes } from "./harness/child-memory.ts";
import { type Figure, type Measurement, percentile } from "./harness/measurement.ts";

interface Sample {
  readonly name: string;
  readonly expect: "refused" | "any";
  load(): Uint8Array;
}

const MB = 2 ** 20;
const TYPED: ReadonlySet<ErrorCode> = new Set(["image_empty", "not_an_image", "image_unsupported", "image_too_large", "image_truncated"]);

function samplesIn(folder: string): readonly Sample[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => ({ name: file.name, expect: "any", load: () => readFileSync(join(file.parentPath, file.name)) }));
}

const generated = async (): Promise<readonly Sample[]> =>
  (await malformedPictures()).map(({ name, expect, bytes }) => ({ name, expect, load: () => bytes }));

/** A logger that only counts deaths of the decoder. */
function deathCounter(): { readonly logger: Logger; deaths(): number } {
  let deaths = 0;
  const nothing = (): void => undefined;
  const warn = (event: string): void => void (event === "child_died" && deaths++);
  return { logger: { debug: nothing, info: nothing, warn, error: nothing }, deaths: () => deaths };
}

interface Tally {
  decoded: number;
  refused: number;
  untyped: number;
  wrong: string[];
  times: number[];
  peak: number;
}

async function run(samples: readonly Sample[], logger: Logger): Promise<Tally> {
  const codec = createChildCodec({ logger });
  const tally: Tally = { decoded: 0, refused: 0, untyped: 0, wrong: [], times: [], peak: 0 };
  for (const { name, expect, load } of samples) {
    const bytes = load();
    const start = performance.now();
    const done = await codec.decode(bytes);
    tally.times.push(performance.now() - start);
    if (done.ok) tally.decoded++;
    else tally.refused++;
    if (!done.ok && !TYPED.has(done.error.code)) tally.untyped++;
    if (done.ok && expect === "refused") tally.wrong.push(name);
    for (const pid of childrenOf()) tally.peak = Math.max(tally.peak, peakBytes(pid));
  }
  await codec.close();
  if (tally.wrong.length > 0) process.stderr.write(`taken though broken: ${tally.wrong.join(", ")}\n`);
  return tally;
}

/** T3: broken pictures through the picture decoder. `folder` runs every file below a folder instead of the generated cases. */
export const pictureCorpus: Measurement = {
  id: "T3",
  name: "corpus",
  title: "Malformed pictures through the decoder",
  counts: { suite: 1, full: 1 },
  measure: async ({ folder }) => {
    const samples = folder === undefined ? await generated() : samplesIn(folder);
    const counter = deathCounter();
    const { decoded, refused, untyped, wrong, times, peak } = await run(samples, counter.logger);
    const figures: Figure[] = [
      { what: "files", value: samples.length, atLeast: folder === undefined ? 60 : 1 },
      { what: "decoded", value: decoded },
      { what: "refused", value: refused },
      { what: "refused without a picture's code", value: untyped, atMost: 0 },
      { what: "decoded though nothing may decode them", value: wrong.length, atMost: 0 },
      { what: "deaths of the decoder", value: counter.deaths(), atMost: 0 },
      { what: "over 5 s", value: times.filter((ms) => ms > 5000).length, atMost: 0 },
      { what: "p50", value: percentile(times, 0.5), unit: "ms" },
      { what: "p99", value: percentile(times, 0.99), unit: "ms" },
      { what: "slowest", value: Math.max(...times), unit: "ms", atMost: 5000, timing: true },
      { what: "decoder's peak memory", value: peak / MB, unit: "MB", atMost: 512 },
    ];
    return figures;
  },
};
