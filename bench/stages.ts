/**
 * How long each stage of a text edit takes, on the playground's sample poster, whole, at 1024² and small, through the companion's own
 * pipeline: `npm run bench -- [--runs 10] [--results bench/stages/RESULTS.md]`. With `--results` the tables replace that page. The script gives V8 the
 * flags of the edit worker.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { planInstruction } from "../imaging/instruction/plan.ts";
import { cropRaster } from "../imaging/raster/crop.ts";
import type { RasterImage } from "../imaging/raster/raster.ts";
import { resizeRaster } from "../imaging/raster/resample.ts";
import { createChildCodec } from "../local-server/codec/child-codec.ts";
import type { Codec } from "../local-server/codec/codec.ts";
import type { Engine } from "../local-server/engines/engine.ts";
import { createInstantEngine } from "../local-server/engines/instant/index.ts";
import { silentLogger } from "../local-server/observability/logger.ts";
import { createPipeline, type Pipeline } from "../local-server/pipeline/pipeline.ts";
import { createImagingPorts } from "../local-server/runtime/imaging-ports.ts";
import { setUpEngines } from "../local-server/set-up-engines.ts";
import { createMemoryBlobStore } from "../local-server/store/memory-blob-store.ts";
import { STAGES } from "../protocol/errors.ts";
import { clockInference } from "./inference-clock.ts";
import { peakMemory } from "./peak-memory.ts";
import { resultsHead } from "./results-head.ts";

const POSTER = new URL("../playground/assets/sample-poster.png", import.meta.url);
const INSTRUCTION = "把¥199改成¥169";
/** The poster as it is; its lower part, with price and small print, as 1024²; and half as wide. */
const SHOWN_AS: readonly ((poster: RasterImage) => RasterImage)[] = [(poster) => poster, lowerSquare, (poster) => atWidth(poster, 512)];
/** Load before the first run from which figures mean nothing; the bench itself adds about as much. */
const MOST_LOAD = 2;
/** Shown in this order; `engine` holds find, fit, plate, typeset and the reading back. */
const SHOWN = STAGES.filter((stage) => !["register", "understand", "route", "store"].includes(stage));

interface Bench {
  readonly pipeline: Pipeline;
  readonly codec: Codec;
  /** Milliseconds in the reading networks since asked last. */
  inference(): number;
  put(bytes: Uint8Array): Promise<string>;
  close(): Promise<void>;
}

type Times = Readonly<Record<string, number>>;

function createBench(): Bench {
  const blobs = createMemoryBlobStore();
  const codec = createChildCodec({ logger: silentLogger });
  const ports = createImagingPorts();
  const clocked = clockInference(ports);
  const instant: Engine = { ...createInstantEngine(clocked.ports), dispose: () => ports.dispose() };
  const engines = setUpEngines(join(tmpdir(), "emend-bench")).map((engine) => (engine.name === instant.name ? instant : engine));
  return {
    codec,
    inference: clocked.take,
    pipeline: createPipeline({ blobs, codec, engines, plan: planInstruction }),
    put: async (bytes) => {
      const kept = await blobs.put(bytes);
      if (!kept.ok) throw new Error(kept.error.message);
      return kept.value;
    },
    close: async () => {
      await codec.close();
      for (const engine of engines) await engine.dispose?.();
    },
  };
}

async function samplePoster(codec: Codec): Promise<RasterImage> {
  const decoded = await codec.decode(new Uint8Array(readFileSync(POSTER)));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value.image;
}

function atWidth(image: RasterImage, width: number): RasterImage {
  return resizeRaster(image, width, Math.round((image.height * width) / image.width));
}

function lowerSquare(poster: RasterImage): RasterImage {
  const wide = atWidth(poster, 1024);
  return cropRaster(wide, { x: 0, y: wide.height - wide.width, width: wide.width, height: wide.width });
}

/** Stores the poster with one corner pixel of its own: a picture seen before would not be read again. */
async function putUnseen({ codec, put }: Bench, poster: RasterImage, run: number): Promise<string> {
  const image = { ...poster, data: Uint8ClampedArray.from(poster.data) };
  image.data.set([run >> 8, run & 255], 0);
  const encoded = await codec.encode(image, "png");
  if (!encoded.ok) throw new Error(encoded.error.message);
  return put(encoded.value);
}

/** One edit from encoded bytes to encoded patch; `whole` is the time on the clock. */
async function timedEdit({ pipeline, inference }: Bench, source: string): Promise<{ times: Times; size: string }> {
  inference();
  const start = performance.now();
  const signal = new AbortController().signal;
  const done = await pipeline.edit({ source, instruction: INSTRUCTION }, { signal, onProgress: () => undefined });
  const whole = performance.now() - start;
  if (!done.ok) throw new Error(`${done.error.code}: ${done.error.message}`);
  // As the edit worker does once an answer is out.
  globalThis.gc?.();
  const [result] = done.value;
  return { times: { ...result.timingsMs, whole, onnx: inference() }, size: `${result.source.width} × ${result.source.height}` };
}

const told: string[] = [];

/** Prints, and keeps for the file of results. */
function tell(text: string): void {
  told.push(text);
  console.log(text);
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.ceil(sorted.length * share) - 1];
const ms = (value: number): string => value.toFixed(value < 100 ? 1 : 0).padStart(9);

function printTable(title: string, first: Times, runs: readonly Times[]): void {
  tell(`\n${title}\n${"".padEnd(10)}${"first".padStart(9)}${"median".padStart(9)}${"p95".padStart(9)}  ms`);
  for (const stage of [...SHOWN, "whole", "onnx"]) {
    const sorted = runs.map((times) => times[stage] ?? 0).sort((a, b) => a - b);
    tell(`${stage.padEnd(10)}${ms(first[stage] ?? 0)}${ms(at(sorted, 0.5))}${ms(at(sorted, 0.95))}`);
  }
  const ratios = runs.map(({ whole, onnx }) => whole / onnx).sort((a, b) => a - b);
  tell(`whole / onnx ${at(ratios, 0.5).toFixed(2)} at the median`);
}

/** The highest load over the last minute seen so far; other work on the machine makes every figure larger. */
function watchLoad(): () => number {
  let most = loadavg()[0];
  return () => {
    most = Math.max(most, loadavg()[0]);
    return most;
  };
}

const resultsPage = (runs: number): string => {
  const head = resultsHead(`npm run bench -- --runs ${runs}`, `${runs} runs after the first, each a picture not read before`);
  return `# Stage timings of one edit\n\n${head}\n\nThe sample poster, \`¥199\` → \`¥169\`.\n\n\`\`\`\n${told.join("\n")}\n\`\`\`\n`;
};

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "10" }, results: { type: "string" } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error("--runs takes a whole number from 1");
  const load = watchLoad();
  const before = load();
  tell(`${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, load ${before.toFixed(2)} at the start`);
  const bench = createBench();
  try {
    const whole = await samplePoster(bench.codec);
    for (const show of SHOWN_AS) {
      const poster = show(whole);
      const { times: first, size } = await timedEdit(bench, await putUnseen(bench, poster, 0));
      const all: Times[] = [];
      for (let run = 1; run <= runs; run++) {
        all.push((await timedEdit(bench, await putUnseen(bench, poster, run))).times);
        load();
      }
      printTable(`${size}, ${runs} runs after the first`, first, all);
    }
    const { own, children } = peakMemory();
    tell(`\nHighest memory: pipeline, engine and bench ${own.toFixed(0)} MB, picture decoder ${children.toFixed(0)} MB.`);
  } finally {
    await bench.close();
  }
  tell(
    "\nengine: find, fit, plate, typeset and reading back together; judge: reading back and judging;\nonnx: the networks alone, within the above. The first run also loads models and fonts.",
  );
  if (before > MOST_LOAD || load() > 2 * MOST_LOAD) {
    tell(
      `\nNot trustworthy: other work was going on (load ${before.toFixed(2)} before, ${load().toFixed(2)} at most). Measure again below ${MOST_LOAD}.`,
    );
  }
  if (values.results !== undefined) writeFileSync(values.results, resultsPage(runs));
}

await main();
