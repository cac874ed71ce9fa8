import { blurPlane } from "../raster/blur.ts";
import { boundsOfMask, growRect } from "../raster/crop.ts";
import { grainVariance } from "../raster/grain-variance.ts";
import { createMask, type FloatImage, type Mask, type Plane } from "../raster/raster.ts";
import { lumaPlane, ssimMap } from "../raster/ssim.ts";
import { letterShift } from "./letter-shift.ts";

/** How alike a line drawn again is to its source: over all of it, and at its worst letter; 0–1. */
export interface Likeness {
  readonly whole: number;
  /** As a person sees it: the picture's own grain, which no drawing repeats, is not held against it. */
  readonly seen: number;
  readonly worstLetter: number;
  /** Which one that is, in the string's order; `undefined` where none has pixels. */
  readonly worstAt: number | undefined;
  /** Share of the contrast that lies where it was seen, so that a ground restored otherwise weighs what it shows; whole and at the worst letter. */
  readonly contrastKept: number;
  readonly worstContrast: number;
  /** How far the worst letter lies from its place, pixels. */
  readonly shiftPx: number;
}

/** Noise that may be put up with, levels² 0–255: beyond it is texture that a line must not hide in. */
const MOST_GRAIN = 64;

/** σ, pixels, as of SSIM. */
const WINDOW = 1.5;

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
  if (!bounds) return { whole: 0, seen: 0, worstLetter: 0, worstAt: undefined, contrastKept: 0, worstContrast: 0, shiftPx: 0 };
  const box = growRect(bounds, 2, drawn.source);
  const within = createMask(mask.width, mask.height);
  for (let y = box.y; y < box.y + box.height; y++) within.data.fill(255, y * within.width + box.x, y * within.width + box.x + box.width);
  const luma = { source: lumaPlane(drawn.source), again: lumaPlane(drawn.again) };
  const grain = Math.min(MOST_GRAIN, grainVariance(luma.source, foreign ? [mask, foreign] : [mask]));
  const plain = ssimMap(luma.source, luma.again);
  const values = grain > 0 ? ssimMap(luma.source, luma.again, grain) : plain;
  const { off, spread } = contrasts(luma.source, luma.again);
  const letters = pens.slice(1).map(() => ({ sum: 0, n: 0, off: 0, spread: 0 }));
  const [whole, seen] = [
    { sum: 0, n: 0 },
    { sum: 0, n: 0 },
  ];
  const kept = { off: 0, spread: 0 };
  for (let i = 0; i < values.length; i++) {
    if (within.data[i] === 0) continue;
    add(whole, plain[i]);
    add(seen, values[i]);
    const letter = mask.data[i] === 0 ? undefined : letters[pens.findLastIndex((p) => p <= u[i])];
    const amiss = Math.max(0, off[i] - 2 * grain);
    kept.off += amiss;
    kept.spread += spread[i];
    if (letter === undefined) continue;
    add(letter, values[i]);
    letter.off += amiss;
    letter.spread += spread[i];
  }
  const inked = letters.filter(({ n }) => n > 0);
  const worst = inked.length === 0 ? undefined : inked.reduce((a, b) => (mean(b) < mean(a) ? b : a));
  const share = (of: { readonly off: number; readonly spread: number }): number => Math.max(0, 1 - of.off / Math.max(1, of.spread));
  return {
    whole: mean(whole),
    seen: mean(seen),
    worstLetter: Math.min(mean(seen), worst ? mean(worst) : 1),
    worstAt: worst && letters.indexOf(worst),
    contrastKept: share(kept),
    worstContrast: Math.min(share(kept), ...inked.map(share)),
    shiftPx: letterShift(luma, at),
  };
}

/** Local variance of the difference, and that of both together. */
function contrasts(a: Plane, b: Plane): { readonly off: Float32Array; readonly spread: Float32Array } {
  const variance = (of: Plane): Float32Array => {
    const mean = blurPlane(of, WINDOW).data;
    return blurPlane({ ...of, data: of.data.map((v) => v * v) }, WINDOW).data.map((v, i) => Math.max(0, v - mean[i] * mean[i]));
  };
  const [va, vb] = [variance(a), variance(b)];
  return { off: variance({ ...a, data: a.data.map((v, i) => v - b.data[i]) }), spread: va.map((v, i) => v + vb[i]) };
}
