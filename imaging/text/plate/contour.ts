import type { Ground } from "./ground.ts";
import { weightedBlur } from "./smooth-fill.ts";

/** Where edges are looked for, what is finer than this Gaussian σ, pixels, is grain. */
const SIGMA = 1.5;
/** An edge is steeper than this, 0–255 a pixel over all channels: at least, and for every level of the ground's noise. */
const STEEP = { least: 0.8, noise: 0.45 } as const;
/** Nearer to what is not learnt from than this many pixels, half of a slope is missing. */
const ROOM = 2;

/** Points on the ground's edges, to a fraction of a pixel, and the unit vector each of them rises along. */
export interface Contour {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly nx: Float32Array;
  readonly ny: Float32Array;
}

/** How steep each pixel is and along what: the gradient of the channel that changes most, as long as all of them together. */
function slopes(smooth: Float32Array, { width, height, learn }: Ground): readonly [Float32Array, Float32Array, Float32Array] {
  const [size, gx, gy] = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let y = ROOM; y < height - ROOM; y++) {
    for (let at = y * width + ROOM; at < y * width + width - ROOM; at++) {
      if (!(learn[at] && learn[at - ROOM] && learn[at + ROOM] && learn[at - ROOM * width] && learn[at + ROOM * width])) continue;
      let [all, most] = [0, 0];
      for (let c = 0; c < 3; c++) {
        const dx = (smooth[(at + 1) * 3 + c] - smooth[(at - 1) * 3 + c]) / 2;
        const dy = (smooth[(at + width) * 3 + c] - smooth[(at - width) * 3 + c]) / 2;
        const squared = dx * dx + dy * dy;
        all += squared;
        if (squared <= most) continue;
        [most, gx[at], gy[at]] = [squared, dx, dy];
      }
      size[at] = Math.sqrt(all);
    }
  }
  return [size, gx, gy];
}

/** The ridges of steepness in the known ground. ~15 ms for 624×240. */
export function contourOf(ground: Ground, noise: number): Contour {
  const { width, height, pixels, learn } = ground;
  const [size, gx, gy] = slopes(weightedBlur(pixels, learn, { width, height, sigma: SIGMA }), ground);
  const least = STEEP.least + STEEP.noise * noise;
  const found: { x: number; y: number; nx: number; ny: number }[] = [];
  for (let at = width; at < size.length - width; at++) {
    if (size[at] < least) continue;
    const level = Math.abs(gx[at]) > Math.abs(gy[at]);
    const step = level ? 1 : width;
    const [before, after] = [size[at - step], size[at + step]];
    if (before === 0 || after === 0 || before >= size[at] || after > size[at]) continue;
    const off = (before - after) / (2 * (before + after - 2 * size[at]));
    const length = Math.hypot(gx[at], gy[at]);
    const [x, y] = [at % width, Math.floor(at / width)];
    found.push({ x: level ? x + off : x, y: level ? y : y + off, nx: gx[at] / length, ny: gy[at] / length });
  }
  const column = (key: "x" | "y" | "nx" | "ny") => Float32Array.from(found, (point) => point[key]);
  return { x: column("x"), y: column("y"), nx: column("nx"), ny: column("ny") };
}
