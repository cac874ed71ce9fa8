import type { Rect } from "../../../protocol/geometry.ts";
import type { Tensor } from "../../ports.ts";
import type { RasterImage } from "../../raster/raster.ts";

/** ImageNet statistics in the order of the network's channels, BGR. */
const MEAN = [0.406, 0.456, 0.485];
const DEVIATION = [0.225, 0.224, 0.229];
/** The network halves five times. */
const STRIDE = 32;

/** A tensor for the detector and the factors that take its pixels back to the image's: x_image = x_model · scaleX + offset of the part. */
export interface DetectorInput {
  readonly tensor: Tensor;
  readonly scaleX: number;
  readonly scaleY: number;
}

/**
 * Resizes a part of the opaque image by `scale` to the nearest multiples of 32 and normalises: whole-pixel boxes are averaged where it
 * shrinks, neighbours interpolated where it grows; rows first, then columns. ≈ 12 ms for 1024².
 */
export function detectorInput(image: RasterImage, part: Rect<"image">, scale: number): DetectorInput {
  const width = Math.max(STRIDE, Math.round((part.width * scale) / STRIDE) * STRIDE);
  const height = Math.max(STRIDE, Math.round((part.height * scale) / STRIDE) * STRIDE);
  const xs = tapsOf(0, part.width, width);
  const ys = tapsOf(part.y, part.height, height);
  const planes = new Float32Array(3 * width * height);
  const row = new Float32Array(3 * part.width);
  for (let y = 0; y < height; y++) {
    meanOfRows(row, image, { part, ys, y });
    writeRow(planes, row, { xs, width, height, y });
  }
  return { tensor: { data: planes, dims: [1, 3, height, width] }, scaleX: part.width / width, scaleY: part.height / height };
}

/** First and last source pixel under each result pixel, the weight of the last, and that of each of the others. */
interface Taps {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly lastWeight: Float32Array;
  readonly restWeight: Float32Array;
}

function tapsOf(offset: number, from: number, to: number): Taps {
  const [first, last, lastWeight, restWeight] = [new Int32Array(to), new Int32Array(to), new Float32Array(to), new Float32Array(to)];
  const step = from / to;
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step - 0.5;
    const reach = Math.max(0, Math.round(step) - 1);
    const start = Math.max(0, reach > 0 ? Math.round(centre - reach / 2) : Math.floor(centre));
    const end = Math.min(from - 1, reach > 0 ? start + reach : Math.ceil(Math.max(start, centre)));
    first[i] = offset + start;
    last[i] = offset + end;
    const weight = reach > 0 ? 1 / (end - start + 1) : Math.max(0, centre - start);
    lastWeight[i] = end > start ? weight : 1;
    restWeight[i] = end > start ? (1 - weight) / (end - start) : 0;
  }
  return { first, last, lastWeight, restWeight };
}

/** The weighted mean of the source rows under a result row, RGB, as wide as the part. */
function meanOfRows(
  row: Float32Array,
  { data, width }: RasterImage,
  { part, ys, y }: { readonly part: Rect<"image">; readonly ys: Taps; readonly y: number },
): void {
  const first = ys.first[y];
  const last = ys.last[y];
  const rows = { from: (first * width + part.x) * 4, step: width * 4, rest: ys.restWeight[y], last: ys.lastWeight[y] };
  if (last - first === 1) meanOfTwo(row, data, rows);
  else {
    row.fill(0);
    for (let j = first; j <= last; j++)
      addRow(row, data, { at: rows.from + (j - first) * rows.step, weight: j < last ? rows.rest : rows.last });
  }
}

/** Two rows of pixels, weighted, in one pass: nearly every picture is looked at in about its own size. Rounded between as a running sum would be. */
function meanOfTwo(
  row: Float32Array,
  data: Uint8ClampedArray,
  { from, step, rest, last }: { readonly from: number; readonly step: number; readonly rest: number; readonly last: number },
): void {
  for (let x = 0, i = from, j = from + step; x < row.length; x += 3, i += 4, j += 4) {
    row[x] = Math.fround(data[i] * rest) + data[j] * last;
    row[x + 1] = Math.fround(data[i + 1] * rest) + data[j + 1] * last;
    row[x + 2] = Math.fround(data[i + 2] * rest) + data[j + 2] * last;
  }
}

function addRow(row: Float32Array, data: Uint8ClampedArray, { at, weight }: { readonly at: number; readonly weight: number }): void {
  for (let x = 0, i = at; x < row.length; x += 3, i += 4) {
    row[x] += data[i] * weight;
    row[x + 1] += data[i + 1] * weight;
    row[x + 2] += data[i + 2] * weight;
  }
}

interface Along {
  readonly xs: Taps;
  readonly width: number;
  readonly height: number;
  readonly y: number;
}

const [GAIN_B, GAIN_G, GAIN_R] = DEVIATION.map((deviation) => 1 / (255 * deviation));
const [OFFSET_B, OFFSET_G, OFFSET_R] = DEVIATION.map((deviation, c) => MEAN[c] / deviation);

/** Means along the row, normalised, into the three planes, blue first. */
function writeRow(planes: Float32Array, row: Float32Array, { xs, width, height, y }: Along): void {
  const { first, last, lastWeight, restWeight } = xs;
  const plane = width * height;
  for (let x = 0, to = y * width; x < width; x++, to++) {
    const end = 3 * last[x];
    const weight = lastWeight[x];
    const rest = restWeight[x];
    let b = row[end + 2] * weight;
    let g = row[end + 1] * weight;
    let r = row[end] * weight;
    for (let i = 3 * first[x]; i < end; i += 3) {
      b += row[i + 2] * rest;
      g += row[i + 1] * rest;
      r += row[i] * rest;
    }
    planes[to] = b * GAIN_B - OFFSET_B;
    planes[to + plane] = g * GAIN_G - OFFSET_G;
    planes[to + 2 * plane] = r * GAIN_R - OFFSET_R;
  }
}
