import { luma } from "../raster/colour.ts";
import { distanceInsideMask, distanceToMask } from "../raster/distance.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";

/** Width of the band on either side of the mask's edge that the step across it is compared with, pixels. */
const BAND = 6;
/** Steps everybody overlooks, luma 0–255: added on both sides so that flat over flat is 1. */
const FLOOR = 1;

export interface Seam {
  /** Mean step across the mask's edge over the mean step beside it; about 1 = no seam, 2 and more shows. */
  readonly ratio: number;
  /** Mean step across the edge beyond that beside it, luma 0–255; 0 where there is none. */
  readonly excess: number;
}

interface Bands {
  readonly values: Float32Array;
  readonly mask: Mask;
  /** 1 within BAND pixels of the mask's edge. */
  readonly near: Uint8Array;
}

function bandsOf(result: RasterImage, mask: Mask): Bands {
  const n = mask.data.length;
  const values = Float32Array.from({ length: n }, (_, i) => luma(result.data[i * 4], result.data[i * 4 + 1], result.data[i * 4 + 2]));
  const [inside, outside] = [distanceInsideMask(mask), distanceToMask(mask)];
  const near = Uint8Array.from(inside, (d, i) => (Math.max(d, outside[i]) <= BAND ? 1 : 0));
  return { values, mask, near };
}

/** Mean absolute step to the right and lower neighbour: over pairs that the edge parts, and over those it does not. */
function meanSteps({ values, mask, near }: Bands): { across: number; beside: number; edge: number } {
  const { width, height, data } = mask;
  const sums = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < data.length; i++) {
    if (near[i] === 0) continue;
    for (const j of [(i + 1) % width === 0 ? -1 : i + 1, i + width < width * height ? i + width : -1]) {
      if (j < 0 || near[j] === 0) continue;
      const parted = (data[i] === 0) === (data[j] === 0) ? 1 : 0;
      sums[parted] += Math.abs(values[i] - values[j]);
      counts[parted]++;
    }
  }
  return { across: sums[0] / Math.max(1, counts[0]), beside: sums[1] / Math.max(1, counts[1]), edge: counts[0] };
}

/** How much the mask's edge shows in the result: the luma step across it against the steps right beside it. Same size; O(pixels). */
export function seam(result: RasterImage, mask: Mask): Seam {
  const { across, beside, edge } = meanSteps(bandsOf(result, mask));
  if (edge === 0) return { ratio: 1, excess: 0 };
  return { ratio: (across + FLOOR) / (beside + FLOOR), excess: Math.max(0, across - beside) };
}
