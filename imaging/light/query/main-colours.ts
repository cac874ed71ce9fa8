import { formatHex, fromOklab } from "../../raster/colour.ts";
import type { RasterImage } from "../../raster/raster.ts";
import { resizeRaster } from "../../raster/resample.ts";
import { oklabPixels } from "../kernel/colour-cube.ts";
import { colourGroups } from "../recolour/colour-groups.ts";

const SIDE = 200;

/** The picture's main colours with their shares 0–1, commonest first; groups hardly seen are left out. */
export function mainColours(image: RasterImage): readonly { readonly colour: string; readonly share: number }[] {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const low = resizeRaster(image, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  const seen = Float32Array.from({ length: low.width * low.height }, (_, i) => (low.data[i * 4 + 3] > 127 ? 1 : 0));
  return colourGroups(oklabPixels(low), seen, 8)
    .filter((g) => g.share > 0.01)
    .map((g) => ({
      colour: formatHex(fromOklab([g.centre[0] / 100, g.centre[1] / 100, g.centre[2] / 100])),
      share: Math.round(g.share * 1000) / 1000,
    }));
}
