import type { Mask, RasterImage } from "../raster/raster.ts";

/** Steps no eye sees, 0–255: a change must exceed this in a channel to count. */
const VISIBLE = 6;

/** Share of the mask's pixels that visibly changed, 0–1; 0 where the mask is empty. Near 0 after an edit: nothing was done. */
export function changedShare(source: RasterImage, result: RasterImage, mask: Mask): number {
  let changed = 0;
  let pixels = 0;
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    pixels++;
    for (let c = i * 4; c < i * 4 + 4; c++) {
      if (Math.abs(source.data[c] - result.data[c]) <= VISIBLE) continue;
      changed++;
      break;
    }
  }
  return pixels === 0 ? 0 : changed / pixels;
}
