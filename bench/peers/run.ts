/**
 * Reading and restored ground beside their best-known peers, on the posters of the text bench.
 *   npm ci --prefix bench/peers --ignore-scripts
 *   node bench/peers/run.ts --count 24 [--seed 2000000] [--results bench/text/RESULTS-peers.md]
 * One poster after the other, each by all: tesseract.js and ours read it, OpenCV and ours take its string away. OpenCV is given the true
 * ink, two pixels wider, which nobody has in practice; ours finds the ink itself.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { editTexts } from "../../imaging/instant/edit-texts.ts";
import type { ImagingPorts } from "../../imaging/ports.ts";
import { dilate } from "../../imaging/raster/dilate.ts";
import type { Mask } from "../../imaging/raster/raster.ts";
import { findText } from "../../imaging/text/find/find-text.ts";
import { createImagingPorts } from "../../local-server/runtime/imaging-ports.ts";
import { findChromium } from "../../scripts/chromium.ts";
import { createPosterFactory } from "../text/generate/poster-factory.ts";
import type { Pixels, Poster } from "../text/generate/poster-spec.ts";
import { plateLikeness } from "../text/measure/compare-pixels.ts";
import { createOpenCvPlate } from "./opencv-plate.ts";
import { type PlateMark, peerTables, type ReadingMark } from "./peer-tables.ts";
import { scoreReading } from "./reading-score.ts";
import { createTesseractReader } from "./tesseract-reader.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "24" }, seed: { type: "string", default: "2000000" }, results: { type: "string" } },
});
const RIM_PX = 2;
const FAINT = 12;

const factory = await createPosterFactory({ folder: join(import.meta.dirname, "../text/out"), chromium: findChromium() });
const ports = createImagingPorts();
const readers = { "tesseract.js, psm 3": await createTesseractReader(3), "tesseract.js, psm 11": await createTesseractReader(11) };
const inpaint = await createOpenCvPlate();
const readings: ReadingMark[] = [];
const plates: PlateMark[] = [];

async function timed<T>(work: () => Promise<T> | T): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now();
  return { value: await work(), ms: performance.now() - start };
}

async function readAll(poster: Poster): Promise<void> {
  const truth = poster.spec.lines.map((line) => line.text);
  const { category } = poster.spec;
  const ours = await timed(async () => (await findText(poster.source, ports.ocr)).map((line) => line.string));
  readings.push({ reader: "ours", category, score: scoreReading(truth, ours.value), ms: ours.ms });
  for (const [reader, { read }] of Object.entries(readers)) {
    const theirs = await timed(() => read(poster.bytes));
    readings.push({ reader, category, score: scoreReading(truth, theirs.value), ms: theirs.ms });
  }
}

async function erased(poster: Poster, using: ImagingPorts): Promise<Pixels | undefined> {
  const request = { source: poster.source, operations: [{ kind: "text.remove" as const, text: { from: poster.original } }], seed: 1 };
  const done = await editTexts(using, request, { signal: new AbortController().signal });
  return done.ok ? done.value.image : undefined;
}

function trueMask({ oldInk }: Poster): Mask {
  return dilate({ ...oldInk, data: oldInk.data.map((v) => (v >= FAINT ? 255 : 0)) }, RIM_PX);
}

async function plateAll(poster: Poster): Promise<void> {
  const { ground, category } = { ground: poster.spec.ground.kind, category: poster.spec.category };
  const mark = (method: string, picture: Pixels | undefined, ms: number): void => {
    const likeness = picture && plateLikeness(picture, poster.clean, poster.oldInk);
    plates.push({ method, ground, category, ms, ...(likeness ?? {}) });
  };
  const ours = await timed(() => erased(poster, ports));
  mark("ours (find, fit, plate)", ours.value, ours.ms);
  const mask = trueMask(poster);
  for (const method of ["telea", "ns"] as const) {
    const theirs = await timed(() => inpaint(poster.source, mask, method));
    mark(method === "telea" ? "OpenCV Telea, true ink" : "OpenCV NS, true ink", theirs.value, theirs.ms);
  }
}

const [first, count] = [Number(values.seed), Number(values.count)];
for (let seed = first; seed < first + count; seed++) {
  const poster = await factory.make(seed);
  await readAll(poster);
  await plateAll(poster);
  console.error(`${seed - first + 1} of ${count}: ${seed} ${poster.spec.category}`);
}
await Promise.all([factory.close(), ports.dispose(), ...Object.values(readers).map((reader) => reader.close())]);

const [{ model = "" } = {}] = cpus();
const heading = [
  "# Peers beside ours",
  "",
  `${new Date().toISOString().slice(0, 10)}, ${count} posters from seed ${first} (split \`test\` of bench/text), one at a time on ${cpus().length} cores (${model.trim()}), Node ${process.version}.`,
  `Made by \`npm ci --prefix bench/peers --ignore-scripts && node bench/peers/run.ts ${process.argv.slice(2).join(" ")}\`.`,
  "",
].join("\n");
const page = `${heading}\n${peerTables(readings, plates)}`;
console.log(page);
if (values.results !== undefined) writeFileSync(values.results, page);
// The peers' runtimes keep timers of their own.
process.exit(0);
