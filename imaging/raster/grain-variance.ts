import { blurPlane } from "./blur.ts";
import { createPlane, type Mask, type Plane } from "./raster.ts";
import { median } from "./statistics.ts";

/** Pixels this near to what is left out would have it in their window. */
const APART = 4;
/** Fewer pixels tell nothing. */
const LEAST = 60;

/**
 * Variance of grain, compression noise and fine texture: the median of the local variances `spread` whose windows touch none of `without`.
 * 0 where there is too little to tell from.
 */
export function grainVariance({ width, height, data }: Plane, without: readonly Mask[]): number {
  const taken = createPlane(width, height);
  for (const mask of without) for (let i = 0; i < data.length; i++) if (mask.data[i] !== 0) taken.data[i] = 1;
  const near = blurPlane(taken, APART / 3).data;
  const known = new Float32Array(data.length);
  let count = 0;
  for (let i = 0; i < data.length; i++) if (near[i] < 1e-6) known[count++] = data[i];
  return count < LEAST ? 0 : Math.max(0, median(known.subarray(0, count)));
}
