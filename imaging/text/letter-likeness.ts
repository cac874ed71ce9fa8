import type { Rect } from "../../protocol/geometry.ts";
import { boundsOfMask, growRect } from "../raster/crop.ts";
import { grainVariance } from "../raster/grain-variance.ts";
import type { FloatImage, Mask } from "../raster/raster.ts";
import { lumaPlane, type Moments, momentsOf, ssimAt } from "../raster/ssim.ts";

/** How alike a line drawn again is to its source, 0–1. */
export interface Likeness {
  readonly whole: number;
  /** As a person sees it: the picture's own grain, which no drawing repeats, is not held against it. */
  readonly seen: number;
  /** Share of its contrast that lies where it was seen, at the worst letter: a ground restored otherwise weighs no more than it shows. */
  readonly worstContrast: number;
  /** Which letter that is, in the string's order; `undefined` where none has pixels. */
  readonly worstAt: number | undefined;
}

/** Noise that may be put up with, levels² 0–255: beyond it is texture that a line must not hide in. */
const MOST_GRAIN = 64;

/** Likeness and contrast summed over some pixels. */
interface Sum {
  plain: number;
  seen: number;
  n: number;
  off: number;
  spread: number;
}

const nothing = (): Sum => ({ plain: 0, seen: 0, n: 0, off: 0, spread: 0 });
const mean = (sum: number, { n }: Sum): number => Math.max(0, sum / Math.max(1, n));
const kept = ({ n, off, spread }: Sum): number => (n === 0 ? 1 : Math.max(0, 1 - off / Math.max(1, spread)));

interface Place {
  readonly mask: Mask;
  /** Each pixel's place along the line. */
  readonly u: Float32Array;
  /** Where each letter begins along the line, one more than letters. */
  readonly pens: readonly number[];
  readonly foreign?: Mask;
}

/** Index of the last of the rising places that is not beyond `at`; −1 where all are. */
function lastAtOrBefore(places: readonly number[], at: number): number {
  let last = places.length - 1;
  while (last >= 0 && places[last] > at) last--;
  return last;
}

/** Sums over the mask's bounds, and over each letter's share of the mask. */
function tally(moments: Moments, { mask, u, pens }: Place, at: { readonly box: Rect<"image">; readonly grain: number }) {
  const { box, grain } = at;
  const whole = nothing();
  const letters = pens.slice(1).map(nothing);
  const { spread, common } = moments;
  const count = (sum: Sum, i: number): void => {
    sum.plain += ssimAt(moments, i);
    sum.seen += ssimAt(moments, i, grain);
    sum.n++;
    sum.off += Math.max(0, spread[i] - common[i] - 2 * grain);
    sum.spread += spread[i];
  };
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let i = y * mask.width + box.x; i < y * mask.width + box.x + box.width; i++) {
      count(whole, i);
      const letter = mask.data[i] === 0 ? undefined : letters[lastAtOrBefore(pens, u[i])];
      if (letter) count(letter, i);
    }
  }
  return { whole, letters };
}

/** Compared within the mask's bounds; grain is learnt outside the mask and what is `foreign`. Six blurs of the region. */
export function letterLikeness(drawn: { readonly source: FloatImage; readonly again: FloatImage }, at: Place): Likeness {
  const { mask, foreign } = at;
  const bounds = boundsOfMask(mask);
  if (!bounds) return { whole: 0, seen: 0, worstContrast: 0, worstAt: undefined };
  const luma = { source: lumaPlane(drawn.source), again: lumaPlane(drawn.again) };
  const moments = momentsOf(luma.source, luma.again);
  const grain = Math.min(MOST_GRAIN, grainVariance({ ...luma.source, data: moments.varianceA }, foreign ? [mask, foreign] : [mask]));
  const { whole, letters } = tally(moments, at, { box: growRect(bounds, 2, drawn.source), grain });
  const shares = letters.map(kept);
  const worst = Math.min(...shares);
  return {
    whole: mean(whole.plain, whole),
    seen: mean(whole.seen, whole),
    worstContrast: Math.min(kept(whole), worst),
    worstAt: worst < 1 ? shares.indexOf(worst) : undefined,
  };
}
