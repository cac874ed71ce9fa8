import type { Rect } from "../../protocol/geometry.ts";
import { parseHex, type Rgb } from "../raster/colour.ts";
import { cropFloat, growRect, markMask, pasteFloat } from "../raster/crop.ts";
import { createMask, createPlane, type Mask, type Plane, type RasterImage } from "../raster/raster.ts";
import { roundedDistance } from "../raster/rounded.ts";
import { paintLayers } from "../text/typeset/layers.ts";

/** Beside the letters' ink, and how round the corners are, in em. */
const BESIDE = { x: 0.42, y: 0.3 } as const;
const ROUND = 0.22;

/** How far a plate reaches beyond the ink of letters of this size, image pixels; nothing where none is wished. */
export const plateReach = (plate: string | undefined, sizePx: number): { readonly x: number; readonly y: number } =>
  plate === undefined ? { x: 0, y: 0 } : { x: BESIDE.x * sizePx, y: BESIDE.y * sizePx };

/** How much of each pixel of `cut` a plate covers, 0–1: half a pixel of softness at its edge. */
export function plateCoverage(cut: Rect<"image">, plate: Rect<"image">, radius: number): Plane {
  const cover = createPlane(cut.width, cut.height);
  const [halfWidth, halfHeight] = [plate.width / 2, plate.height / 2];
  const distance = roundedDistance({ cx: plate.x + halfWidth - cut.x, cy: plate.y + halfHeight - cut.y, halfWidth, halfHeight, radius });
  for (let y = 0; y < cut.height; y++)
    for (let x = 0; x < cut.width; x++) cover.data[y * cut.width + x] = Math.min(1, Math.max(0, 0.5 - distance(x, y)));
  return cover;
}

/** Lays a plate of one colour around the ink of new letters, `ink`, onto the picture and marks what it changed. */
export function layPlate(
  state: { image: RasterImage; readonly mask: Mask },
  { ink, sizePx, plate }: { readonly ink: Rect<"image">; readonly sizePx: number; readonly plate: string },
): void {
  const colour: Rgb | undefined = parseHex(plate);
  if (colour === undefined) return;
  const reach = plateReach(plate, sizePx);
  const rect: Rect<"image"> = { x: ink.x - reach.x, y: ink.y - reach.y, width: ink.width + 2 * reach.x, height: ink.height + 2 * reach.y };
  const cut = growRect(rect, 2, state.image);
  const coverage = plateCoverage(cut, rect, ROUND * sizePx);
  const pixels = paintLayers(cropFloat(state.image, cut), [{ coverage, opacity: 1, colourAt: () => colour }]);
  const mask = createMask(cut.width, cut.height);
  for (let i = 0; i < mask.data.length; i++) if (coverage.data[i]! > 0.004) mask.data[i] = 255;
  state.image = pasteFloat(state.image, pixels, { x: cut.x, y: cut.y, only: mask });
  markMask(state.mask, mask, cut);
}
