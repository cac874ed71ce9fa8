import { boundsOfMask, growRect } from "../raster/crop.ts";
import { createMask, type FloatImage, type Mask } from "../raster/raster.ts";
import { lumaPlane, ssimMap } from "../raster/ssim.ts";

/** How alike a line drawn again is to its source: over all of it, and at its worst letter; 0–1. */
export interface Likeness {
  readonly whole: number;
  readonly worstLetter: number;
}

/** `pens`: where each letter begins along the line, one more than letters; `u`: each pixel's place along it. Compared within the mask's bounds. */
export function letterLikeness(
  drawn: { readonly source: FloatImage; readonly again: FloatImage },
  at: { readonly mask: Mask; readonly u: Float32Array; readonly pens: readonly number[] },
): Likeness {
  const { mask, u, pens } = at;
  const bounds = boundsOfMask(mask);
  if (!bounds) return { whole: 0, worstLetter: 0 };
  const box = growRect(bounds, 2, drawn.source);
  const within = createMask(mask.width, mask.height);
  for (let y = box.y; y < box.y + box.height; y++) within.data.fill(255, y * within.width + box.x, y * within.width + box.x + box.width);
  const values = ssimMap(lumaPlane(drawn.source), lumaPlane(drawn.again));
  const letters = pens.slice(1).map(() => ({ sum: 0, n: 0 }));
  const whole = { sum: 0, n: 0 };
  for (let i = 0; i < values.length; i++) {
    if (within.data[i] === 0) continue;
    whole.sum += values[i];
    whole.n++;
    const letter = mask.data[i] === 0 ? undefined : letters[pens.findLastIndex((p) => p <= u[i])];
    if (letter === undefined) continue;
    letter.sum += values[i];
    letter.n++;
  }
  const mean = ({ sum, n }: { sum: number; n: number }): number => Math.max(0, sum / Math.max(1, n));
  const inked = letters.filter(({ n }) => n > 0).map(mean);
  return { whole: mean(whole), worstLetter: Math.min(mean(whole), ...inked) };
}
