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
 * shrinks, neighbours interpolated where it grows; rows first, then columns. ≈ 15 ms for 1024².
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
  row.fill(0);
  for (let j = ys.first[y]; j <= ys.last[y]; j++) {
    const weight = j === ys.last[y] ? ys.lastWeight[y] : ys.restWeight[y];
    if (weight === 0) continue;
    for (let x = 0, at = (j * width + part.x) * 4; x < row.length; x += 3, at += 4) {
      row[x] += data[at] * weight;
      row[x + 1] += data[at + 1] * weight;
      row[x + 2] += data[at + 2] * weight;
    }
  }
}

/** Means along the row, normalised, into the three planes, blue first. */
function writeRow(
  planes: Float32Array,
  row: Float32Array,
  { xs, width, height, y }: { readonly xs: Taps; readonly width: number; readonly height: number; readonly y: number },
): void {
  const plane = width * height;
  for (let c = 0; c < 3; c++) {
    const [gain, offset] = [1 / (255 * DEVIATION[c]), MEAN[c] / DEVIATION[c]];
    for (let x = 0, to = c * plane + y * width; x < width; x++, to++) {
      const last = xs.last[x];
      let sum = row[3 * last + 2 - c] * xs.lastWeight[x];
      for (let i = xs.first[x]; i < last; i++) sum += row[3 * i + 2 - c] * xs.restWeight[x];
      planes[to] = sum * gain - offset;
    }
  }
}
