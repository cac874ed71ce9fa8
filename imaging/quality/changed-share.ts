import { boundsOfMask } from "../raster/crop.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";

/** Steps no eye sees, 0–255: a change must exceed this in a channel to count. */
const VISIBLE = 6;

function isVisible(source: Uint8ClampedArray, result: Uint8ClampedArray, at: number): boolean {
  for (let c = at; c < at + 4; c++) if (Math.abs(source[c] - result[c]) > VISIBLE) return true;
  return false;
}

/** Share of the mask's pixels that visibly changed, 0–1; 0 where the mask is empty. Near 0 after an edit: nothing was done. */
export function changedShare(source: RasterImage, result: RasterImage, mask: Mask): number {
  const bounds = boundsOfMask(mask);
  if (bounds === undefined) return 0;
  let changed = 0;
  let pixels = 0;
  for (let y = bounds.y; y < bounds.y + bounds.height; y++) {
    const end = y * mask.width + bounds.x + bounds.width;
    for (let i = end - bounds.width; i < end; i++) {
      if (mask.data[i] === 0) continue;
      pixels++;
      if (isVisible(source.data, result.data, i * 4)) changed++;
    }
  }
  return changed / pixels;
}
