import type { FloatImage, Plane } from "./raster.ts";

/** Half of a normalised Gaussian, centre first, cut at 3 σ. */
function gaussianHalf(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(sigma * 3));
  const half = Float32Array.from({ length: radius + 1 }, (_, i) => Math.exp(-(i * i) / (2 * sigma * sigma)));
  const total = half.reduce((a, b) => a + b, 0) * 2 - half[0];
  return half.map((v) => v / total);
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Every row is laid out with its ends repeated first, so that one plain loop does all of it. */
function blurRows(from: Float32Array, to: Float32Array, { width, height, channels }: Layout, half: Float32Array): void {
  const [length, reach] = [width * channels, (half.length - 1) * channels];
  const row = new Float32Array(length + 2 * reach);
  for (let y = 0; y < height; y++) {
    const start = y * length;
    row.set(from.subarray(start, start + length), reach);
    for (let i = 0; i < reach; i++) {
      row[i] = from[start + (i % channels)];
      row[reach + length + i] = from[start + length - channels + (i % channels)];
    }
    for (let i = 0; i < length; i++) {
      let sum = row[reach + i] * half[0];
      for (let k = 1, d = channels; k < half.length; k++, d += channels) sum += half[k] * (row[reach + i - d] + row[reach + i + d]);
      to[start + i] = sum;
    }
  }
}

function blurColumns(from: Float32Array, to: Float32Array, { width, height, channels }: Layout, half: Float32Array): void {
  const stride = width * channels;
  for (let y = 0; y < height; y++) {
    const row = y * stride;
    for (let i = 0; i < stride; i++) to[row + i] = from[row + i] * half[0];
    for (let k = 1; k < half.length; k++) {
      const above = Math.max(0, y - k) * stride;
      const below = Math.min(height - 1, y + k) * stride;
      for (let i = 0; i < stride; i++) to[row + i] += half[k] * (from[above + i] + from[below + i]);
    }
  }
}

function blurred(data: Float32Array, layout: Layout, sigma: number): Float32Array<ArrayBuffer> {
  if (sigma <= 0) return Float32Array.from(data);
  const half = gaussianHalf(sigma);
  const rows = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  blurRows(data, rows, layout, half);
  blurColumns(rows, out, layout, half);
  return out;
}

/** Gaussian blur into a new plane; `sigma` in pixels, borders repeat, 0 copies. */
export function blurPlane(plane: Plane, sigma: number): Plane {
  const { width, height } = plane;
  return { width, height, data: blurred(plane.data, { width, height, channels: 1 }, sigma) };
}

/** Gaussian blur of each channel into a new image; `sigma` in pixels, borders repeat, 0 copies. */
export function blurImage(image: FloatImage, sigma: number): FloatImage {
  const { width, height } = image;
  return { width, height, data: blurred(image.data, { width, height, channels: 3 }, sigma) };
}
