import type { OrientedBox, Space } from "../../protocol/geometry.ts";
import { type Homography, project } from "./homography.ts";
import { createFloatImage, createRaster, type FloatImage, type RasterImage } from "./raster.ts";

/** For each output pixel along one axis: first source pixel and the weights of it and its followers. */
interface Taps {
  readonly first: Int32Array;
  readonly weights: readonly Float32Array[];
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
  return { first, weights };
}

/** Shrinks or stretches the rows of a `[rows, from, 4]` array to `[rows, to, 4]`. */
function resizeRows(data: Float32Array, { rows, from, to }: { rows: number; from: number; to: number }): Float32Array {
  const { first, weights } = tapsFor(from, to);
  const out = new Float32Array(rows * to * 4);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < to; x++) {
      const row = weights[x];
      const at = (y * to + x) * 4;
      let source = (y * from + first[x]) * 4;
      for (let k = 0; k < row.length; k++, source += 4) {
        for (let c = 0; c < 4; c++) out[at + c] += row[k] * data[source + c];
      }
    }
  }
  return out;
}

/** Swaps rows and columns of a `[rows, columns, 4]` array, so that one pass serves both axes. */
function transposed(data: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(data.length);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const [from, to] = [(y * columns + x) * 4, (x * rows + y) * 4];
      for (let c = 0; c < 4; c++) out[to + c] = data[from + c];
    }
  }
  return out;
}

/** Colours weighted by alpha: transparent pixels must not tint their neighbours. */
function premultiplied(image: RasterImage): Float32Array {
  const out = Float32Array.from(image.data);
  for (let i = 0; i < out.length; i += 4) for (let c = 0; c < 3; c++) out[i + c] *= out[i + 3] / 255;
  return out;
}

function straightened(data: Float32Array, width: number, height: number): RasterImage {
  const out = createRaster(width, height);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3];
    out.data[i + 3] = alpha;
    if (alpha > 0) for (let c = 0; c < 3; c++) out.data[i + c] = (data[i + c] * 255) / alpha;
  }
  return out;
}

/**
 * A resized copy: area average where it shrinks, bilinear where it grows, each axis by itself. Encoded values are averaged
 * (as design tools and browsers do), alpha-weighted. The same size copies bit for bit. O(source + result pixels).
 */
export function resizeRaster(image: RasterImage, width: number, height: number): RasterImage {
  if (width === image.width && height === image.height) return { width, height, data: Uint8ClampedArray.from(image.data) };
  const wide = resizeRows(premultiplied(image), { rows: image.height, from: image.width, to: width });
  const tall = resizeRows(transposed(wide, image.height, width), { rows: width, from: image.height, to: height });
  return straightened(transposed(tall, width, height), width, height);
}

/** Adds the bilinear colour at (x, y) to `sum`; (0.5, 0.5) is the centre of the first pixel, borders repeat, alpha ignored. */
function addSample(image: RasterImage, x: number, y: number, sum: Float64Array): void {
  const { width, height, data } = image;
  const px = Math.min(width - 1, Math.max(0, x - 0.5));
  const py = Math.min(height - 1, Math.max(0, y - 0.5));
  const [x0, y0] = [Math.floor(px), Math.floor(py)];
  const [tx, ty] = [px - x0, py - y0];
  const a = (y0 * width + x0) * 4;
  const b = x0 + 1 < width ? a + 4 : a;
  const down = y0 + 1 < height ? width * 4 : 0;
  for (let c = 0; c < 3; c++) {
    const top = data[a + c] * (1 - tx) + data[b + c] * tx;
    const bottom = data[a + down + c] * (1 - tx) + data[b + down + c] * tx;
    sum[c] += top * (1 - ty) + bottom * ty;
  }
}

/** How a sampler cuts: result size in pixels and `supersample`² samples a pixel (default 1; raise it when the cut is shrunk). */
export interface SampleSize {
  readonly width: number;
  readonly height: number;
  readonly supersample?: number;
}

type Place = (x: number, y: number) => { readonly x: number; readonly y: number };

function sampleWith(image: RasterImage, { width, height, supersample = 1 }: SampleSize, place: Place): FloatImage {
  const out = createFloatImage(width, height);
  const sum = new Float64Array(3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0);
      for (let k = 0; k < supersample * supersample; k++) {
        const at = place(x + ((k % supersample) + 0.5) / supersample, y + (Math.floor(k / supersample) + 0.5) / supersample);
        addSample(image, at.x, at.y, sum);
      }
      for (let c = 0; c < 3; c++) out.data[(y * width + x) * 3 + c] = sum[c] / (supersample * supersample);
    }
  }
  return out;
}

/** The upright picture of an oriented box, box width → `size.width` (0–255 floats). Beyond the border the edge repeats. */
export function sampleBox<S extends Space>(image: RasterImage, box: OrientedBox<S>, size: SampleSize): FloatImage {
  const [c, s] = [Math.cos(box.angle), Math.sin(box.angle)];
  return sampleWith(image, size, (x, y) => {
    const u = (x / size.width - 0.5) * box.width;
    const v = (y / size.height - 0.5) * box.height;
    return { x: box.cx + u * c - v * s, y: box.cy + u * s + v * c };
  });
}

/** The picture seen through `map`, which takes result coordinates to source coordinates (0–255 floats). */
export function sampleHomography(image: RasterImage, map: Homography, size: SampleSize): FloatImage {
  return sampleWith(image, size, (x, y) => project(map, x, y));
}
