import { boundsOfMask, cropRaster } from "../../imaging/raster/crop.ts";
import { createMask, createRaster, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
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
}

const differs = (a: RasterImage, b: RasterImage, i: number): boolean =>
  a.data[i] !== b.data[i] || a.data[i + 1] !== b.data[i + 1] || a.data[i + 2] !== b.data[i + 2] || a.data[i + 3] !== b.data[i + 3];

/** Takes from `edited` what differs from the source inside `allowed`, and nothing else. */
export function composeEdit(source: RasterImage, edited: RasterImage, allowed: Mask): Composition {
  const mask = createMask(source.width, source.height);
  const layer = createRaster(source.width, source.height);
  const result: RasterImage = { ...source, data: Uint8ClampedArray.from(source.data) };
  for (let i = 0; i < mask.data.length; i++) {
    if (allowed.data[i] === 0 || !differs(source, edited, 4 * i)) continue;
    mask.data[i] = 255;
    layer.data.set(edited.data.subarray(4 * i, 4 * i + 4), 4 * i);
    result.data.set(edited.data.subarray(4 * i, 4 * i + 4), 4 * i);
  }
  const rect = boundsOfMask(mask) ?? { x: 0, y: 0, width: 1, height: 1 };
  return { rect, patch: cropRaster(layer, rect), result, mask };
}
