import { applyPatch } from "../../imaging/compositing/apply-patch.ts";
import { cutPatch } from "../../imaging/compositing/cut-patch.ts";
import { patchCoverage } from "../../imaging/compositing/verify-patch.ts";
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
