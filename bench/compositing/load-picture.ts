import sharp from "sharp";
import type { RasterImage } from "../../imaging/raster/raster.ts";

/** A picture file upright on white, opaque RGBA; shrunk to at most `mostPixels`. */
export async function loadPicture(file: string, mostPixels = Number.POSITIVE_INFINITY): Promise<RasterImage> {
  const upright = await sharp(file).rotate().flatten({ background: "#fff" }).ensureAlpha().png({ compressionLevel: 0 }).toBuffer();
  const { width = 1, height = 1 } = await sharp(upright).metadata();
  const scale = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  const { data, info } = await sharp(upright)
    .resize(Math.round(width * scale))
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}
