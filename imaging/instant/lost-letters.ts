import { lostIn } from "../quality/stands-out.ts";
import { boundsOfMask, cropFloat, cropMask, growRect, pasteFloat } from "../raster/crop.ts";
import type { RasterImage } from "../raster/raster.ts";
import type { Reconstruction } from "./reconstruct.ts";
import type { ReplacedLine } from "./replace-line.ts";

/** Share of the ground at some letter from which it is not read, and by how much that must be more than at the old letters. */
export const LOST = 0.5;
const MORE = 0.3;
/** Ground beside the letters that is looked at, em. */
const BESIDE = 0.2;

/** Share of the ground that the old letters did not stand out from, at the worst. */
function lostBefore({ region, plate, matte, setting }: Reconstruction): number {
  return lostIn({ image: region.pixels, bare: plate.pixels, letters: matte.inkMask, sizePx: setting.sizePx });
}

/**
 * Whether new letters came to stand where they hardly stand out, or took a colour that does not, though the old ones did. An outline or shadow is
 * there to part letters from any ground. `before`: the picture with the old text.
 */
export function isLost(
  before: RasterImage,
  { reconstruction, replaced }: { reconstruction: Reconstruction; replaced: ReplacedLine },
): boolean {
  if (replaced.restyled.outline !== undefined || replaced.shadow !== undefined) return false;
  const bounds = boundsOfMask(replaced.letters);
  if (bounds === undefined) return false;
  const { plate, region, mask } = reconstruction;
  const { sizePx } = replaced.setting;
  const rect = growRect(bounds, Math.ceil(BESIDE * sizePx), before);
  const bare = pasteFloat(before, plate.pixels, { x: region.rect.x, y: region.rect.y, only: mask });
  const letters = cropMask(replaced.letters, rect);
  const now = lostIn({ image: cropFloat(replaced.image, rect), bare: cropFloat(bare, rect), letters, sizePx });
  return now > LOST && now > lostBefore(reconstruction) + MORE;
}
