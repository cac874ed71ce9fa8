import { blurPlane } from "./blur.ts";
import type { Mask, Plane } from "./raster.ts";

/** As wide as the window of SSIM, so that the variance is the one met there. */
const SIGMA = 1.5;
/** Pixels this near to what is left out would lend their window from it. */
const APART = 4;
/** Fewer pixels tell nothing. */
const LEAST = 60;

/**
 * Variance of grain, compression noise and fine texture: the median over windows that touch none of `without`. Values 0–255; 0 where
 * there is too little to tell from.
 */
export function grainVariance(plane: Plane, without: readonly Mask[]): number {
  const { width, height } = plane;
  const taken = blurPlane(
    { width, height, data: Float32Array.from(plane.data, (_, i) => (without.some((m) => m.data[i] !== 0) ? 1 : 0)) },
    APART / 3,
  );
  const mean = blurPlane(plane, SIGMA).data;
  const squares = blurPlane({ width, height, data: plane.data.map((v) => v * v) }, SIGMA).data;
  const spread: number[] = [];
  for (let i = 0; i < mean.length; i++) if (taken.data[i] < 1e-6) spread.push(Math.max(0, squares[i] - mean[i] * mean[i]));
  if (spread.length < LEAST) return 0;
  return spread.sort((a, b) => a - b)[spread.length >> 1];
}
