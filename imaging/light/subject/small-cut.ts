import type { Rect } from "../../../protocol/geometry.ts";
import { cropRaster } from "../../raster/crop.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import type { LabImage } from "../background/border-surface.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";

/** The longer side of the pictures things are looked for in, pixels. */
const SIDE = 220;

/** A rectangle of a picture at the size things are looked for in. */
export function smallCut(image: RasterImage, rect: Rect<"image">): LabImage {
  const scale = Math.min(1, SIDE / Math.max(rect.width, rect.height));
  const size = (length: number): number => Math.max(4, Math.round(length * scale));
  const picture = resizeRaster(cropRaster(image, rect), size(rect.width), size(rect.height));
  return { width: picture.width, height: picture.height, data: oklabPixels(picture) };
}
