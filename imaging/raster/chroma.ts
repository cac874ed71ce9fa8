import type { Rgb } from "./colour.ts";
import type { Plane } from "./raster.ts";

/** Encoded RGB → luma and two colour differences, as JPEG has them (ITU-R BT.601), about 0. */
export const toYcc = ([r, g, b]: Rgb): Rgb => {
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  return [y, 0.564 * (b - y), 0.713 * (r - y)];
};

/** Inverse of `toYcc`, not clamped. */
export const fromYcc = ([y, cb, cr]: Rgb): Rgb => {
  const [b, r] = [y + cb / 0.564, y + cr / 0.713];
  return [r, (y - 0.299 * r - 0.114 * b) / 0.587, b];
};

/** Halves a plane by means of 2×2 pixels whose first is at even coordinates of the picture, `phase` saying where the plane lies in it. */
function halved({ width, height, data }: Plane, phase: { readonly x: number; readonly y: number }): Plane {
  const [px, py] = [phase.x & 1, phase.y & 1];
  const [w, h] = [(width + px + 1) >> 1, (height + py + 1) >> 1];
  const out = new Float32Array(w * h);
  const within = (v: number, n: number): number => Math.max(0, Math.min(n - 1, v));
  for (let y = 0; y < h; y++) {
    const a = within(2 * y - py, height) * width;
    const b = within(2 * y - py + 1, height) * width;
    for (let x = 0; x < w; x++) {
      const c = within(2 * x - px, width);
      const d = within(2 * x - px + 1, width);
      out[y * w + x] = (data[a + c] + data[a + d] + data[b + c] + data[b + d]) / 4;
    }
  }
  return { width: w, height: h, data: out };
}

/** A plane as it comes back from a file that keeps colour at half size (4:2:0): means of 2×2, then a triangle between them. */
export function throughHalfSize(plane: Plane, phase: { readonly x: number; readonly y: number }): Plane {
  const small = halved(plane, phase);
  const { width, height } = plane;
  const [px, py] = [phase.x & 1, phase.y & 1];
  const data = new Float32Array(width * height);
  const other = (k: number, odd: number, n: number): number => Math.max(0, Math.min(n - 1, odd ? k + 1 : k - 1));
  for (let y = 0; y < height; y++) {
    const ky = (y + py) >> 1;
    const near = ky * small.width;
    const far = other(ky, (y + py) & 1, small.height) * small.width;
    for (let x = 0; x < width; x++) {
      const kx = (x + px) >> 1;
      const fx = other(kx, (x + px) & 1, small.width);
      data[y * width + x] = (9 * small.data[near + kx] + 3 * small.data[near + fx] + 3 * small.data[far + kx] + small.data[far + fx]) / 16;
    }
  }
  return { width, height, data };
}
