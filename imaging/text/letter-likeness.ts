import { boundsOfMask, growRect } from "../raster/crop.ts";
import { grainVariance } from "../raster/grain-variance.ts";
import { createMask, type FloatImage, type Mask } from "../raster/raster.ts";
import { lumaPlane, ssimMap } from "../raster/ssim.ts";
import { letterShift } from "./letter-shift.ts";

/** How alike a line drawn again is to its source: over all of it, and at its worst letter; 0–1. */
export interface Likeness {
  readonly whole: number;
  /** As a person sees it: the picture's own grain, which no drawing repeats, is not held against it. */
  readonly seen: number;
  readonly worstLetter: number;
  /** How far the worst letter lies from its place, pixels. */
  readonly shiftPx: number;
}

/** Noise that may be put up with, levels² 0–255: beyond it is texture that a line must not hide in. */
const MOST_GRAIN = 64;

interface Sum {
  sum: number;
  n: number;
}
const add = (to: Sum, value: number): void => {
  to.sum += value;
  to.n++;
};
const mean = ({ sum, n }: Sum): number => Math.max(0, sum / Math.max(1, n));

/**
 * `pens`: where each letter begins along the line, one more than letters; `u`: each pixel's place along it. Compared within the mask's
 * bounds; grain is learnt outside the mask and what is `foreign`.
 */
export function letterLikeness(
  drawn: { readonly source: FloatImage; readonly again: FloatImage },
  at: { readonly mask: Mask; readonly u: Float32Array; readonly pens: readonly number[]; readonly foreign?: Mask },
): Likeness {
  const { mask, u, pens, foreign } = at;
  const bounds = boundsOfMask(mask);
  if (!bounds) return { whole: 0, seen: 0, worstLetter: 0, shiftPx: 0 };
  const box = growRect(bounds, 2, drawn.source);
  const within = createMask(mask.width, mask.height);
  for (let y = box.y; y < box.y + box.height; y++) within.data.fill(255, y * within.width + box.x, y * within.width + box.x + box.width);
  const luma = { source: lumaPlane(drawn.source), again: lumaPlane(drawn.again) };
  const grain = Math.min(MOST_GRAIN, grainVariance(luma.source, foreign ? [mask, foreign] : [mask]));
  const plain = ssimMap(luma.source, luma.again);
  const values = grain > 0 ? ssimMap(luma.source, luma.again, grain) : plain;
  const letters = pens.slice(1).map(() => ({ sum: 0, n: 0 }));
  const [whole, seen] = [
    { sum: 0, n: 0 },
    { sum: 0, n: 0 },
  ];
  for (let i = 0; i < values.length; i++) {
    if (within.data[i] === 0) continue;
    add(whole, plain[i]);
    add(seen, values[i]);
    const letter = mask.data[i] === 0 ? undefined : letters[pens.findLastIndex((p) => p <= u[i])];
    if (letter !== undefined) add(letter, values[i]);
  }
  const inked = letters.filter(({ n }) => n > 0).map(mean);
  const worstLetter = Math.min(mean(seen), ...inked);
  return { whole: mean(whole), seen: mean(seen), worstLetter, shiftPx: letterShift(luma, at) };
}
