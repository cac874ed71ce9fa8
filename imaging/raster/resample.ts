import type { OrientedBox, Point, Space } from "../../protocol/geometry.ts";
import { type Homography, project } from "./homography.ts";
import { pixelWords } from "./pixel-words.ts";
import { createFloatImage, createRaster, type FloatImage, type Plane, type RasterImage } from "./raster.ts";
import { sampleUpright } from "./sample-upright.ts";

/** For each output pixel along one axis: first source pixel and the weights of it and its followers, `most` each, 0 where there are fewer. */
interface Taps {
  readonly first: Int32Array;
  readonly most: number;
  readonly weights: Float32Array;
}

/** Area weights when shrinking, linear interpolation between pixel centres when enlarging. */
function tapsFor(from: number, to: number): Taps {
  const scale = from / to;
  const reach = Math.max(1, scale);
  const first = new Int32Array(to);
  const weights: Float32Array[] = [];
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * scale;
    const begin = Math.max(0, Math.floor(scale > 1 ? centre - reach / 2 : centre - 0.5));
    const end = Math.min(from, Math.ceil(scale > 1 ? centre + reach / 2 : centre + 0.5));
    first[i] = Math.min(begin, from - 1);
    const row = Float32Array.from({ length: Math.max(1, end - begin) }, (_, k) =>
      scale > 1
        ? Math.max(0, Math.min(begin + k + 1, centre + reach / 2) - Math.max(begin + k, centre - reach / 2))
        : Math.max(0, 1 - Math.abs(begin + k + 0.5 - centre)),
    );
    const total = row.reduce((a, b) => a + b, 0);
    weights.push(total > 0 ? row.map((w) => w / total) : Float32Array.of(1));
  }
  const most = Math.max(...weights.map((w) => w.length));
  const flat = new Float32Array(to * most);
  weights.forEach((w, i) => {
    // Taps that are not needed reach back rather than beyond the end: their weight is 0.
    const back = Math.max(0, first[i] + most - from);
    first[i] -= back;
    flat.set(w, i * most + back);
  });
  return { first, most, weights: flat };
}

/** Adds `w` times a row of RGBA to `sum`; colours weighted by alpha, where there is any: transparent pixels must not tint their neighbours. */
function addRow(sum: Float32Array, row: Uint8ClampedArray, { w, opaque }: { w: number; opaque: boolean }): void {
  if (opaque) {
    for (let i = 0; i < sum.length; i++) sum[i] += w * row[i];
    return;
  }
  for (let i = 0; i < sum.length; i += 4) {
    const share = (w * row[i + 3]) / 255;
    sum[i] += share * row[i];
    sum[i + 1] += share * row[i + 1];
    sum[i + 2] += share * row[i + 2];
    sum[i + 3] += w * row[i + 3];
  }
}

/** One row resized into `out`. */
function resizeRow(row: Float32Array, { first, most, weights }: Taps, out: Float32Array): void {
  for (let x = 0, target = 0; target < out.length; x++, target += 4) {
    let r = 0;
    let g = 0;
    let b = 0;
    let a = 0;
    for (let k = x * most, at = first[x] * 4; k < (x + 1) * most; k++, at += 4) {
      const w = weights[k];
      r += w * row[at];
      g += w * row[at + 1];
      b += w * row[at + 2];
      a += w * row[at + 3];
    }
    out[target] = r;
    out[target + 1] = g;
    out[target + 2] = b;
    out[target + 3] = a;
  }
}

/** From alpha-weighted to straight colours. */
function straighten(row: Float32Array): void {
  for (let i = 0; i < row.length; i += 4) {
    const share = row[i + 3] > 0 ? 255 / row[i + 3] : 0;
    for (let c = i; c < i + 3; c++) row[c] *= share;
  }
}

/** The alpha of a pixel as a word, whichever way round the machine keeps it. */
const [OPAQUE] = new Int32Array(Uint8Array.of(0, 0, 0, 255).buffer);

export function isOpaque(image: RasterImage): boolean {
  const words = pixelWords(image);
  for (let i = 0; i < words.length; i++) if ((words[i] & OPAQUE) !== OPAQUE) return false;
  return true;
}

/**
 * A resized copy: area average where it shrinks, bilinear where it grows, each axis by itself. Encoded values are averaged
 * (as design tools and browsers do), alpha-weighted. The same size copies bit for bit. O(source + result pixels), about 20 ms for
 * 1 MP to a quarter; needs no more memory than the result and two rows.
 */
export function resizeRaster(image: RasterImage, width: number, height: number): RasterImage {
  if (width === image.width && height === image.height) return { width, height, data: image.data.slice() };
  const [columns, rows] = [tapsFor(image.width, width), tapsFor(image.height, height)];
  const opaque = isOpaque(image);
  const [sum, row] = [new Float32Array(image.width * 4), new Float32Array(width * 4)];
  const out = createRaster(width, height);
  for (let y = 0; y < height; y++) {
    sum.fill(0);
    for (let k = 0; k < rows.most; k++) {
      const [w, start] = [rows.weights[y * rows.most + k], (rows.first[y] + k) * image.width * 4];
      if (w !== 0) addRow(sum, image.data.subarray(start, start + sum.length), { w, opaque });
    }
    resizeRow(sum, columns, row);
    if (!opaque) straighten(row);
    out.data.set(row, y * row.length);
  }
  return out;
}

/** How a sampler cuts: result size in pixels and `supersample`² samples a pixel (default 1; raise it when the cut is shrunk). */
export interface SampleSize {
  readonly width: number;
  readonly height: number;
  readonly supersample?: number;
}

/** Moves points of the result, `[x, y, x, y, …]`, to where they lie in the source. A row at a time: asked for each point it would be the larger part of the cost. */
type Move = (points: Float64Array) => void;

/** The points at which row `y` is sampled, in the result. */
function writePoints(points: Float64Array, y: number, supersample: number): void {
  for (let x = 0, i = 0; i < points.length; x++) {
    for (let row = 0; row < supersample; row++) {
      for (let column = 0; column < supersample; column++, i += 2) {
        points[i] = x + (column + 0.5) / supersample;
        points[i + 1] = y + (row + 0.5) / supersample;
      }
    }
  }
}

interface Sampled {
  readonly out: Float32Array;
  /** Where the row begins in `out`. */
  readonly to: number;
  /** Points that make up a pixel. */
  readonly samples: number;
}

/** Means of the bilinear colours at points; (0.5, 0.5) is the centre of the first pixel, borders repeat, alpha ignored. */
function sampleRow({ width, height, data }: RasterImage, points: Float64Array, { out, to, samples }: Sampled): void {
  for (let from = 0, at = to; from < points.length; at += 3) {
    let r = 0;
    let g = 0;
    let b = 0;
    for (const end = from + 2 * samples; from < end; from += 2) {
      const px = Math.min(width - 1, Math.max(0, points[from] - 0.5));
      const py = Math.min(height - 1, Math.max(0, points[from + 1] - 0.5));
      const x = Math.floor(px);
      const y = Math.floor(py);
      const right = px - x;
      const left = 1 - right;
      const below = py - y;
      const above = 1 - below;
      const i = (y * width + x) * 4;
      const j = x + 1 < width ? i + 4 : i;
      const down = y + 1 < height ? width * 4 : 0;
      r += (data[i] * left + data[j] * right) * above + (data[i + down] * left + data[j + down] * right) * below;
      g += (data[i + 1] * left + data[j + 1] * right) * above + (data[i + down + 1] * left + data[j + down + 1] * right) * below;
      b += (data[i + 2] * left + data[j + 2] * right) * above + (data[i + down + 2] * left + data[j + down + 2] * right) * below;
    }
    out[at] = r / samples;
    out[at + 1] = g / samples;
    out[at + 2] = b / samples;
  }
}

function sampleWith(image: RasterImage, { width, height, supersample = 1 }: SampleSize, move: Move): FloatImage {
  const out = createFloatImage(width, height);
  const samples = supersample * supersample;
  const points = new Float64Array(2 * samples * width);
  for (let y = 0; y < height; y++) {
    writePoints(points, y, supersample);
    move(points);
    sampleRow(image, points, { out: out.data, to: y * width * 3, samples });
  }
  return out;
}

/** The upright picture of an oriented box, box width → `size.width` (0–255 floats). Beyond the border the edge repeats. */
export function sampleBox<S extends Space>(image: RasterImage, box: OrientedBox<S>, size: SampleSize): FloatImage {
  if (box.angle === 0) return sampleUpright(image, box, { supersample: 1, ...size });
  const [c, s] = [Math.cos(box.angle), Math.sin(box.angle)];
  return sampleWith(image, size, (points) => {
    for (let i = 0; i < points.length; i += 2) {
      const u = (points[i] / size.width - 0.5) * box.width;
      const v = (points[i + 1] / size.height - 0.5) * box.height;
      points[i] = box.cx + u * c - v * s;
      points[i + 1] = box.cy + u * s + v * c;
    }
  });
}

/** The picture seen through `map`, which takes result coordinates to source coordinates (0–255 floats). */
export function sampleHomography(image: RasterImage, map: Homography, size: SampleSize): FloatImage {
  return sampleAt(image, size, (x, y) => project(map, x, y));
}

/** The picture seen through any map from result to source coordinates (0–255 floats). Beyond the border the edge repeats. */
export function sampleAt<S extends Space>(image: RasterImage, size: SampleSize, sourceOf: (x: number, y: number) => Point<S>): FloatImage {
  return sampleWith(image, size, (points) => {
    for (let i = 0; i < points.length; i += 2) {
      const at = sourceOf(points[i], points[i + 1]);
      points[i] = at.x;
      points[i + 1] = at.y;
    }
  });
}

/** Bilinear value at a point, (0, 0) being the centre of the first pixel; 0 outside the centres. */
export function planeAt({ width, height, data }: Plane, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0;
  const [u, v, k] = [x - left, y - top, top * width + left];
  return (data[k] * (1 - u) + data[k + 1] * u) * (1 - v) + (data[k + width] * (1 - u) + data[k + width + 1] * u) * v;
}
