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
 * Resizes a part of the opaque image by `scale` to the nearest multiples of 32 and normalises, in one pass: whole-pixel boxes are
 * averaged where it shrinks, neighbours interpolated where it grows. ≈ 40 ms for 1024².
 */
export function detectorInput(image: RasterImage, part: Rect<"image">, scale: number): DetectorInput {
  const width = Math.max(STRIDE, Math.round((part.width * scale) / STRIDE) * STRIDE);
  const height = Math.max(STRIDE, Math.round((part.height * scale) / STRIDE) * STRIDE);
  const xs = tapsOf(part.x, part.width, width);
  const ys = tapsOf(part.y, part.height, height);
  const planes = new Float32Array(3 * width * height);
  const plane = width * height;
  const rgb = new Float64Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sampleInto(rgb, image, { xs, ys, x, y });
      const at = y * width + x;
      for (let c = 0; c < 3; c++) planes[c * plane + at] = (rgb[2 - c] / 255 - MEAN[c]) / DEVIATION[c];
    }
  }
  return { tensor: { data: planes, dims: [1, 3, height, width] }, scaleX: part.width / width, scaleY: part.height / height };
}

/** First and last source pixel under each result pixel, and the weight of the last (the others share the rest equally). */
interface Taps {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly lastWeight: Float32Array;
}

function tapsOf(offset: number, from: number, to: number): Taps {
  const [first, last, lastWeight] = [new Int32Array(to), new Int32Array(to), new Float32Array(to)];
  const step = from / to;
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step - 0.5;
    const reach = Math.max(0, Math.round(step) - 1);
    const start = Math.max(0, reach > 0 ? Math.round(centre - reach / 2) : Math.floor(centre));
    const end = Math.min(from - 1, reach > 0 ? start + reach : Math.ceil(Math.max(start, centre)));
    first[i] = offset + start;
    last[i] = offset + end;
    lastWeight[i] = reach > 0 ? 1 / (end - start + 1) : Math.max(0, centre - start);
  }
  return { first, last, lastWeight };
}

interface Spot {
  readonly xs: Taps;
  readonly ys: Taps;
  readonly x: number;
  readonly y: number;
}

/** Writes the weighted mean colour into `rgb`; the caller's array is reused, as this runs once a pixel. */
function sampleInto(rgb: Float64Array, { data, width }: RasterImage, { xs, ys, x, y }: Spot): void {
  const x0 = xs.first[x];
  const x1 = xs.last[x];
  const y0 = ys.first[y];
  const y1 = ys.last[y];
  const restX = x1 > x0 ? (1 - xs.lastWeight[x]) / (x1 - x0) : 1;
  const restY = y1 > y0 ? (1 - ys.lastWeight[y]) / (y1 - y0) : 1;
  rgb.fill(0);
  for (let j = y0; j <= y1; j++) {
    const weightY = j === y1 && y1 > y0 ? ys.lastWeight[y] : restY;
    for (let i = x0; i <= x1; i++) {
      const weight = weightY * (i === x1 && x1 > x0 ? xs.lastWeight[x] : restX);
      const at = (j * width + i) * 4;
      rgb[0] += data[at] * weight;
      rgb[1] += data[at + 1] * weight;
      rgb[2] += data[at + 2] * weight;
    }
  }
}
