import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { compositeDrift } from "../../imaging/compositing/drift/composite-drift.ts";
import { type Placing, placeIn } from "../../imaging/compositing/drift/placing.ts";
import { mulberry32 } from "../../imaging/raster/random.ts";
import { createMask, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import { loadPicture } from "../compositing/load-picture.ts";
import { resultsHead } from "../results-head.ts";
import { compareSheet } from "./compare-sheet.ts";
import { type DriftCase, makeDrift } from "./make-drift.ts";

/**
 * Drift repair where the truth is known: every picture of FOLDER, drifted and edited in known ways, repaired and measured. COUNT cases
 * over all pictures; every fifth is bent as well, every second went through JPEG.
 *
 *     node bench/drift/run.ts FOLDER [--count 200] [--results FILE] [--sheets DIR]
 */
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "200" }, results: { type: "string" }, sheets: { type: "string" }, only: { type: "string" } },
});
const folder = positionals[0];
const MOST_PIXELS = 1_100_000;

async function throughJpeg({ width, height, data }: RasterImage, quality: number): Promise<RasterImage> {
  const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: "#fff" })
    .jpeg({ quality })
    .toBuffer();
  return { width, height, data: new Uint8ClampedArray(await sharp(jpeg).ensureAlpha().raw().toBuffer()) };
}

const quantile = (numbers: readonly number[], q: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? Number.NaN;

/** Distances between where pixels are and where the registration says they are, at an even grid, source pixels; their median. */
function registrationError({ width, height }: RasterImage, truth: DriftCase, found: Placing): number {
  const errors: number[] = [];
  for (let k = 0; k < 81; k++) {
    const [x, y] = [((k % 9) * width) / 8, (Math.floor(k / 9) * height) / 8];
    const [a, b] = [truth.place(x, y), placeIn(found, x, y)];
    errors.push(Math.hypot(a.x - b.x, a.y - b.y));
  }
  return quantile(errors, 0.5);
}

/** The found change at the source's size. */
function stretched(change: Mask, { width, height }: RasterImage): Mask {
  const out = createMask(width, height);
  for (let i = 0; i < out.data.length; i++) {
    const x = Math.floor((((i % width) + 0.5) * change.width) / width);
    const y = Math.floor(((Math.floor(i / width) + 0.5) * change.height) / height);
    out.data[i] = change.data[y * change.width + x];
  }
  return out;
}

/** Intersection over union of what was found with what was painted; painted pixels that look as before count only if both agree. */
function overlap(found: Uint8Array, { edit, seen }: DriftCase): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < found.length; i++) {
    if (edit.data[i] !== 0 && seen.data[i] === 0 && found[i] === 0) continue;
    if (found[i] !== 0 && edit.data[i] !== 0) both++;
    if (found[i] !== 0 || edit.data[i] !== 0) either++;
  }
  return either === 0 ? 1 : both / either;
}

function outsideChanged(source: RasterImage, image: RasterImage, mask: Uint8Array): number {
  let changed = 0;
  for (let i = 0; i < source.data.length; i++) if (mask[i >> 2] === 0 && source.data[i] !== image.data[i]) changed++;
  return changed;
}

interface Row {
  readonly file: string;
  readonly kind: string;
  readonly bend: boolean;
  readonly jpeg: boolean;
  readonly error: number;
  readonly iou: number;
  readonly outside: number;
  readonly msPerMp: number;
}

async function measure(k: number, files: readonly string[]): Promise<Row> {
  const file = files[k % files.length];
  const [source, other] = [
    await loadPicture(join(folder, file), MOST_PIXELS),
    await loadPicture(join(folder, files[(k * 7 + 3) % files.length]), MOST_PIXELS),
  ];
  const [bent, jpeg] = [k % 5 === 4, k % 2 === 1];
  const made = makeDrift(source, { seed: k * 7919 + 11, other, bend: bent ? 2.5 : 0 });
  const quality = 75 + Math.floor(mulberry32(k)() * 21);
  const output = jpeg ? await throughJpeg(made.output, quality) : made.output;
  const begin = process.cpuUsage();
  const { image, mask, change: small, registration } = compositeDrift(source, output);
  const { user, system } = process.cpuUsage(begin);
  const change = stretched(small, source);
  const row = {
    file,
    kind: made.kind,
    bend: bent,
    jpeg,
    error: registrationError(source, made, registration),
    iou: overlap(change.data, made),
    outside: outsideChanged(source, image, mask.data),
    msPerMp: ((user + system) / 1000 / (source.width * source.height)) * 1e6,
  };
  if (options.sheets !== undefined && (row.iou < 0.9 || row.error > 0.3)) {
    mkdirSync(options.sheets, { recursive: true });
    const sheet = compareSheet([source, output, image], [made.edit, made.seen, change]);
    const name = `${String(k).padStart(3, "0")}-${row.iou.toFixed(2)}-${row.error.toFixed(2)}-${made.kind}.jpg`;
    await sharp(sheet.data, { raw: { width: sheet.width, height: sheet.height, channels: 4 } })
      .flatten()
      .jpeg()
      .toFile(join(options.sheets, name));
  }
  return row;
}

const HEAD =
  "| cases | n | error median px | error p95 | overlap median | overlap p5 | overlap ≥ 0.9 | outside changed | CPU ms / MP |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |";

function line(name: string, rows: readonly Row[]): string {
  const of = (key: "error" | "iou" | "msPerMp", q: number) =>
    quantile(
      rows.map((r) => r[key]),
      q,
    );
  const whole = rows.filter((r) => r.iou >= 0.9).length / rows.length;
  const outside = rows.reduce((n, r) => n + r.outside, 0);
  const figures = [
    rows.length,
    of("error", 0.5).toFixed(3),
    of("error", 0.95).toFixed(3),
    of("iou", 0.5).toFixed(3),
    of("iou", 0.05).toFixed(3),
  ];
  return `| ${[name, ...figures, `${(100 * whole).toFixed(1)} %`, outside, of("msPerMp", 0.5).toFixed(0)].join(" | ")} |`;
}

const files = readdirSync(folder).filter((f) => /\.(png|jpe?g|webp)$/.test(f) && !f.includes("mask"));
const rows: Row[] = [];
for (let k = 0; k < Number(options.count); k++) {
  if (options.only !== undefined && !options.only.split(",").includes(String(k))) continue;
  rows.push(await measure(k, files));
  const r = rows[rows.length - 1];
  if (r.iou < 0.9 || r.error > 0.3)
    process.stderr.write(
      `${k} ${r.file} ${r.kind} iou ${r.iou.toFixed(3)} error ${r.error.toFixed(3)}${r.bend ? " bent" : ""}${r.jpeg ? " jpeg" : ""}\n`,
    );
}
const groups: readonly (readonly [string, (r: Row) => boolean])[] = [
  ["all", () => true],
  ["all but bent", (r) => !r.bend],
  ["bent by 2.5 px", (r) => r.bend],
  ["through JPEG 75–95", (r) => r.jpeg],
  ["texture", (r) => r.kind === "texture"],
  ["object", (r) => r.kind === "object"],
  ["recolour", (r) => r.kind === "recolour"],
];
const table = [
  HEAD,
  ...groups
    .map(([name, has]) => [name, rows.filter(has)] as const)
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => line(name, own)),
].join("\n");
const page = [
  "# Drift repair where the truth is known",
  "",
  resultsHead(
    `node_modules/.bin/node bench/drift/run.ts FOLDER --count ${rows.length}`,
    `${rows.length} cases on ${files.length} pictures (photos, posters, signs, products; at most 1.1 MP), seeded`,
  ),
  "",
  "Made-up drifts: shift to 12 px, zoom 0.97–1.03 a side, rotation to 1°, shear to 0.01, gain 0.94–1.06 and offset ±8 a channel, noise ±3; every second went",
  "through JPEG of quality 75–95, every fifth is bent by 2.5 px as well. The edit covers 1–30 % of the area in one to three ellipses or rectangles: stripes,",
  "a part of another picture, or the same thing in another colour. *Error*: distance between where pixels are and where the registration has them, median",
  "over an even grid, edit included. *Overlap*: intersection over union of the found change with the painted one, before its margin; painted pixels",
  "that look as before count only where found. *Outside*: channel values outside the mask that differ from the source, summed over all cases.",
  "",
  table,
].join("\n");
console.log(page);
if (options.results !== undefined) writeFileSync(options.results, `${page}\n`);
