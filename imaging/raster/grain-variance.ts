import { blurPlane } from "./blur.ts";
import type { Mask, Plane } from "./raster.ts";

/** Pixels this near to what is left out would have it in their window. */
const APART = 4;
/** Fewer pixels tell nothing. */
const LEAST = 60;

/**
 * Variance of grain, compression noise and fine texture: the median of the local variances `spread` whose windows touch none of `without`.
 * 0 where there is too little to tell from.
 */
export function grainVariance(spread: Plane, without: readonly Mask[]): number {
  const taken = { ...spread, data: spread.data.map((_, i) => (without.some((m) => m.data[i] !== 0) ? 1 : 0)) };
  const near = blurPlane(taken, APART / 3).data;
  const known = spread.data.filter((_, i) => near[i] < 1e-6);
  return known.length < LEAST ? 0 : Math.max(0, known.sort()[known.length >> 1]);
}
