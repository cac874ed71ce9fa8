import type { Ground } from "./ground.ts";
import { weightedBlur } from "./smooth-fill.ts";

/** Known pixels this near the hole are compared with a fill. */
const BESIDE = 24;

/** RMS distance of a fill to the known pixels next to the hole, 0–255. */
export function knownError({ learn, distance, guard, pixels }: Ground, filled: Float32Array): number {
  let [sum, n] = [0, 0];
  for (let i = 0; i < learn.length; i++) {
    if (!learn[i] || distance[i] > guard + BESIDE) continue;
    n += 3;
    for (let c = i * 3; c < i * 3 + 3; c++) sum += (pixels[c] - filled[c]) ** 2;
  }
  return Math.sqrt(sum / Math.max(1, n));
}

/** What is smoother than this Gaussian σ, pixels, is no grain. */
const SMOOTH_SIGMA = 4;
/** A designed ground leaves hardly more than this of what is smoother than grain, 0–255 RMS: at least, and in σ of its noise. */
const UNEXPLAINED = { least: 0.8, noises: 0.12 } as const;

/** Whether a fill misses smooth ups and downs of the known pixels next to the hole: then the ground was not made so. */
export function missesShading({ learn, distance, guard, pixels, width, height }: Ground, filled: Float32Array, noise: number): boolean {
  const near = learn.map((l, i) => (l && distance[i] <= guard + BESIDE ? 1 : 0));
  const left = weightedBlur(
    pixels.map((v, i) => v - filled[i]),
    near,
    { width, height, sigma: SMOOTH_SIGMA },
  );
  let [sum, n] = [0, 0];
  for (let i = 0; i < near.length; i++) {
    if (!near[i]) continue;
    n += 3;
    for (let c = i * 3; c < i * 3 + 3; c++) sum += left[c] ** 2;
  }
  return Math.sqrt(sum / Math.max(1, n)) > UNEXPLAINED.least + UNEXPLAINED.noises * noise;
}
