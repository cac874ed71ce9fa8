import { compareOutside, type OutsideChange } from "../raster/compare-outside.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";

/** Compares source and result at every pixel the mask leaves out; all four channels count. `changed` must be 0. All of one size. */
export function outsideIdentity(source: RasterImage, result: RasterImage, mask: Mask): OutsideChange {
  return compareOutside(source, result, mask.data);
}
