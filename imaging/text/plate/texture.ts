import { luma } from "../../raster/colour.ts";
import type { Ground } from "./ground.ts";

/** Added to both energies, 0–255 RMS: below it nobody sees texture, and flat over flat is 1. */
const FLOOR = 0.5;
/** How far around the hole the neighbourhood's texture is measured, pixels. */
const NEIGHBOURHOOD = 32;

/** Luma minus the mean of its four neighbours at a pixel that has them. */
export function detailAt(pixels: Float32Array, width: number, at: number): number {
  const l = (i: number) => luma(pixels[i * 3], pixels[i * 3 + 1], pixels[i * 3 + 2]);
  return l(at) - (l(at - 1) + l(at + 1) + l(at - width) + l(at + width)) / 4;
}

/** Calls `visit` for every pixel that is marked together with its four neighbours. */
function eachInner(marked: Uint8Array, { width, height }: { width: number; height: number }, visit: (at: number) => void): void {
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < y * width + width - 1; at++) {
      if (marked[at] && marked[at - 1] && marked[at + 1] && marked[at - width] && marked[at + width]) visit(at);
    }
  }
}

/** Mean absolute detail where `marked` is 1: the high-frequency energy as the eye weighs it, not ruled by a few hard edges. */
export function textureEnergy(pixels: Float32Array, marked: Uint8Array, size: { width: number; height: number }): number {
  let [sum, n] = [0, 0];
  eachInner(marked, size, (at) => {
    sum += Math.abs(detailAt(pixels, size.width, at));
    n++;
  });
  return n === 0 ? 0 : sum / n;
}

/** 1 where background near the hole may be learnt from. */
export const neighbourhood = (ground: Ground): Uint8Array => ground.learn.map((v, i) => (v && ground.distance[i] <= NEIGHBOURHOOD ? 1 : 0));

/** Restored over neighbouring high-frequency energy, 1 = alike; flat in flat surroundings is 1. */
export function textureRatio(ground: Ground, restored: Float32Array): number {
  const around = textureEnergy(ground.pixels, neighbourhood(ground), ground);
  return (textureEnergy(restored, ground.hole, ground) + FLOOR) / (around + FLOOR);
}

/** Standard deviation of pixel noise in the background near the hole, 0–255, from the median of its detail: edges do not count. */
export function noiseLevel(ground: Ground): number {
  const details: number[] = [];
  eachInner(neighbourhood(ground), ground, (at) => {
    details.push(Math.abs(detailAt(ground.pixels, ground.width, at)));
  });
  if (details.length === 0) return 0;
  const median = Float64Array.from(details).sort()[details.length >> 1];
  // MAD → σ for a Gaussian; the 5-point detail of white noise has variance 1 + 1/4, its luma Σw² = 0.56 of a channel's.
  return (median * 1.4826) / Math.sqrt(1.25 * 0.562);
}
