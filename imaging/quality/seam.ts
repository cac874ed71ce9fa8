import { luma } from "../raster/colour.ts";
import { boundsOfMask, cropMask, cropRaster, growRect } from "../raster/crop.ts";
import { dilate, erode } from "../raster/dilate.ts";
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
  const [grown, core] = [dilate(mask, BAND).data, erode(mask, BAND).data];
  const values = new Float32Array(mask.data.length);
  const near = new Uint8Array(mask.data.length);
  for (let i = 0, at = 0; i < near.length; i++, at += 4) {
    if (grown[i] === 0 || core[i] !== 0) continue;
    near[i] = 1;
    values[i] = luma(result.data[at], result.data[at + 1], result.data[at + 2]);
  }
  return { values, mask, near };
}

/** Mean absolute step to the right and lower neighbour: over pairs that the edge parts, and over those it does not. */
function meanSteps({ values, mask, near }: Bands): { across: number; beside: number; edge: number } {
  const { width, height, data } = mask;
  const sums = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < data.length; i++) {
    if (near[i] === 0) continue;
    for (let step = 0; step < 2; step++) {
      const j = step === 0 ? i + 1 : i + width;
      if (j >= width * height || (step === 0 && j % width === 0) || near[j] === 0) continue;
      const parted = (data[i] === 0) === (data[j] === 0) ? 1 : 0;
      sums[parted] += Math.abs(values[i] - values[j]);
      counts[parted]++;
    }
  }
  return { across: sums[0] / Math.max(1, counts[0]), beside: sums[1] / Math.max(1, counts[1]), edge: counts[0] };
}

/** How much the mask's edge shows in the result: the luma step across it against the steps right beside it. Same size; O(pixels around the mask). */
export function seam(result: RasterImage, mask: Mask): Seam {
  const bounds = boundsOfMask(mask);
  if (bounds === undefined) return { ratio: 1, excess: 0 };
  const rect = growRect(bounds, BAND + 1, mask);
  const { across, beside, edge } = meanSteps(bandsOf(cropRaster(result, rect), cropMask(mask, rect)));
  if (edge === 0) return { ratio: 1, excess: 0 };
  return { ratio: (across + FLOOR) / (beside + FLOOR), excess: Math.max(0, across - beside) };
}
