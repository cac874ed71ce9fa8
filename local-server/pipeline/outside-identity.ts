import type { Mask, RasterImage } from "../../imaging/raster/raster.ts";
import type { EditResult } from "../../protocol/edit.ts";

/** Compares source and result, channel by channel, wherever the mask is 0. */
export function outsideIdentity(source: RasterImage, result: RasterImage, mask: Mask): EditResult["outside"] {
  let [pixels, changed, maxDiff] = [0, 0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] !== 0) continue;
    pixels++;
    let diff = 0;
    for (let c = 4 * i; c < 4 * i + 4; c++) diff = Math.max(diff, Math.abs(source.data[c]! - result.data[c]!));
    if (diff > 0) changed++;
    maxDiff = Math.max(maxDiff, diff);
  }
  return { pixels, changed, maxDiff };
}
