import { applyPatch } from "../../imaging/compositing/apply-patch.ts";
import { cutPatch } from "../../imaging/compositing/cut-patch.ts";
import { patchCoverage } from "../../imaging/compositing/verify-patch.ts";
import { boundsOfMask, cropRaster } from "../../imaging/raster/crop.ts";
import { differenceMask } from "../../imaging/raster/difference-mask.ts";
import { createRaster, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import type { Rect } from "../../protocol/geometry.ts";

/** The change as a layer, and the picture with that layer on. */
export interface Composition {
  readonly rect: Rect<"image">;
  /** `rect`-sized; alpha 0 wherever the source must show through. */
  readonly patch: RasterImage;
  /** The source under the patch. */
  readonly result: RasterImage;
  /** 255 where the patch covers the source. */
  readonly mask: Mask;
  /** Pixels of the patch on see-through source, which a layer above cannot erase. */
  readonly overTransparent: number;
}

/** A picture needs a pixel: where nothing changed, the patch is one that shows the source. */
const NOTHING = { rect: { x: 0, y: 0, width: 1, height: 1 }, patch: createRaster(1, 1) };

/** Takes from `edited` what differs from the source inside `allowed`, and nothing else. */
export function composeEdit(source: RasterImage, edited: RasterImage, allowed: Mask): Composition {
  const cut = cutPatch(source, edited, allowed);
  const placed = cut.rect.width === 0 ? NOTHING : cut;
  const size = { width: source.width, height: source.height };
  return { ...placed, result: applyPatch(source, placed), mask: patchCoverage(size, placed), overTransparent: cut.overTransparent };
}

/** What remains of the source after parts of it became transparent: all of it as one patch, and the picture it makes by itself. */
export function composeCutOut(source: RasterImage, edited: RasterImage, allowed: Mask): Composition {
  const result: RasterImage = { width: source.width, height: source.height, data: Uint8ClampedArray.from(source.data) };
  for (let i = 0; i < allowed.data.length; i++) {
    if (allowed.data[i] !== 0) result.data.set(edited.data.subarray(i * 4, i * 4 + 4), i * 4);
  }
  const seen: Mask = {
    width: source.width,
    height: source.height,
    data: allowed.data.map((_, i) => (result.data[i * 4 + 3] === 0 ? 0 : 255)),
  };
  const rect = boundsOfMask(seen) ?? { x: 0, y: 0, width: 1, height: 1 };
  return { rect, patch: cropRaster(result, rect), result, mask: differenceMask(source, result), overTransparent: 0 };
}
