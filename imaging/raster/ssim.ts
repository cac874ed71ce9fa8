import { blurPlane } from "./blur.ts";
import { luma } from "./colour.ts";
import type { FloatImage, Mask, Plane } from "./raster.ts";

/** Window and constants of Wang et al. (2004) for values 0–255. */
const SIGMA = 1.5;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

const product = ({ width, height, data: p }: Plane, { data: q }: Plane): Plane => {
  const data = new Float32Array(p.length);
  for (let i = 0; i < data.length; i++) data[i] = p[i] * q[i];
  return { width, height, data };
};

/** What structural similarity is made of, at every pixel of two planes of one size with values 0–255. */
export interface Moments {
  readonly meanA: Float32Array;
  readonly meanB: Float32Array;
  readonly varianceA: Float32Array;
  /** Both variances together, and twice the covariance: their difference is the variance of a − b. */
  readonly spread: Float32Array;
  readonly common: Float32Array;
}

/** Five blurs. */
export function momentsOf(a: Plane, b: Plane): Moments {
  const mean = (plane: Plane): Float32Array => blurPlane(plane, SIGMA).data;
  const [meanA, meanB] = [mean(a), mean(b)];
  const [varianceA, spread, common] = [mean(product(a, a)), mean(product(b, b)), mean(product(a, b))];
  for (let i = 0; i < spread.length; i++) {
    const [m, n] = [meanA[i], meanB[i]];
    varianceA[i] -= m * m;
    spread[i] = varianceA[i] + spread[i] - n * n;
    common[i] = 2 * (common[i] - m * n);
  }
  return { meanA, meanB, varianceA, spread, common };
}

/**
 * Structural similarity at a pixel, −1 to 1. `grain`: variance of the noise that each of the two carries on its own and nobody compares;
 * it is not held against them, nor does it count in their favour.
 */
export function ssimAt({ meanA, meanB, spread, common }: Moments, i: number, grain = 0): number {
  const m = meanA[i];
  const n = meanB[i];
  const forgiven = grain === 0 ? 0 : Math.min(2 * grain, Math.max(0, spread[i] - common[i]));
  return ((2 * m * n + C1) * (common[i] + forgiven + C2)) / ((m * m + n * n + C1) * (spread[i] + C2));
}

/** The same at every pixel. */
function ssimOf(moments: Moments, grain: number): Float32Array {
  const out = new Float32Array(moments.meanA.length);
  for (let i = 0; i < out.length; i++) out[i] = ssimAt(moments, i, grain);
  return out;
}

export const ssimMap = (a: Plane, b: Plane, grain = 0): Float32Array => ssimOf(momentsOf(a, b), grain);

/** Rec. 709 luma of an image as a plane with values 0–255 (not 0–1: the scale SSIM's constants are for). */
export function lumaPlane(image: FloatImage): Plane {
  const { width, height, data } = image;
  const plane = new Float32Array(width * height);
  for (let i = 0, k = 0; i < plane.length; i++, k += 3) plane[i] = luma(data[k], data[k + 1], data[k + 2]);
  return { width, height, data: plane };
}

/** Mean structural similarity of the luma of two images of one size, 1 = equal; over the set pixels of `mask` where given. */
export function ssim(a: FloatImage, b: FloatImage, mask?: Mask): number {
  const values = ssimMap(lumaPlane(a), lumaPlane(b));
  let [sum, n] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (mask && mask.data[i] === 0) continue;
    sum += values[i];
    n++;
  }
  return n === 0 ? 1 : sum / n;
}
