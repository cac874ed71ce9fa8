import type { Rect } from "../../protocol/geometry.ts";
import { boundsOfMask, cropMask, growRect } from "../raster/crop.ts";
import { dilate } from "../raster/dilate.ts";
import { distanceInsideMask } from "../raster/distance.ts";
import { pixelWords } from "../raster/pixel-words.ts";
import { createMask, createRaster, type Mask, type RasterImage } from "../raster/raster.ts";

/** An RGBA picture to lie over the source at `rect`, straight alpha; alpha 0 and colour 0 wherever the source shows through. */
export interface Patch {
  readonly rect: Rect<"image">;
  readonly patch: RasterImage;
  /**
   * Pixels of the patch that lie on source pixels with alpha below 255. A layer above can add to them but not erase: applied
   * there, the result is at least as opaque as the source. More than 0 deserves a warning.
   */
  readonly overTransparent: number;
}

export interface CutOptions {
  /** Width of the soft edge inside the mask, pixels; 0 (the default) cuts hard, so that the result is the edited picture exactly. */
  readonly featherPx?: number;
}

/**
 * Width of the rim of unchanged source pixels around what changed. A canvas resamples layer and source apart (zoom, retina, 2×
 * export); without the rim the old pixels shine through along the patch's edge. Measured at 2× and 3×: 2 px end it.
 */
const RIM_PX = 2;

/** 1 where the mask is set and the pictures differ. */
function changedWithin(source: RasterImage, edited: RasterImage, mask: Mask): Mask {
  const [a, b] = [pixelWords(source), pixelWords(edited)];
  const changed = createMask(mask.width, mask.height);
  const { x, y, width, height } = boundsOfChange(mask);
  for (let row = y; row < y + height; row++) {
    const end = row * mask.width + x + width;
    for (let i = end - width; i < end; i++) if (mask.data[i] !== 0 && a[i] !== b[i]) changed.data[i] = 1;
  }
  return changed;
}

const boundsOfChange = (mask: Mask): Rect<"image"> => boundsOfMask(mask) ?? { x: 0, y: 0, width: 0, height: 0 };

/** Sets the changed mask's value to 2 where an unchanged, opaque pixel lies within the rim; looks only around what changed. */
function addRim(source: RasterImage, changed: Mask): void {
  const bounds = boundsOfChange(changed);
  if (bounds.width === 0) return;
  const box = growRect(bounds, RIM_PX, source);
  const cut = cropMask(changed, box);
  const grown = dilate(cut, RIM_PX);
  for (let y = 0, i = 0; y < box.height; y++) {
    for (let at = (y + box.y) * source.width + box.x; i < (y + 1) * box.width; i++, at++) {
      if (grown.data[i] !== 0 && cut.data[i] === 0 && source.data[at * 4 + 3] === 255) changed.data[at] = 2;
    }
  }
}

/** Alpha 1–255 by the distance to the mask's edge, from the rim inwards. */
const featherAlpha = (distance: number, width: number): number =>
  width <= 0 ? 255 : Math.max(1, Math.round(255 * Math.min(1, distance / (width + 1))));

/**
 * The smallest patch that turns `source` into `edited` where `mask` is set; everything else shows the source. All three have
 * one size; a hard-cut patch has a rim of the source's own pixels around it. A patch of 0×0 where nothing changed. The result to report and to show is `applyPatch(source, cut)`, which
 * with `featherPx` 0 over an opaque source equals `edited` inside the mask and `source` outside, bit for bit.
 */
export function cutPatch(source: RasterImage, edited: RasterImage, mask: Mask, { featherPx = 0 }: CutOptions = {}): Patch {
  const changed = changedWithin(source, edited, mask);
  if (featherPx === 0) addRim(source, changed);
  const rect = boundsOfChange(changed);
  const patch = createRaster(rect.width, rect.height);
  const inside = featherPx > 0 ? distanceInsideMask(mask) : undefined;
  let overTransparent = 0;
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      const from = (y + rect.y) * source.width + x + rect.x;
      if (changed.data[from] === 0) continue;
      if (changed.data[from] === 2) {
        writePixel(patch, y * rect.width + x, { edited: source, from, alpha: 255 });
        continue;
      }
      if (source.data[from * 4 + 3] < 255) overTransparent++;
      const alpha = inside === undefined ? 255 : featherAlpha(inside[from], featherPx);
      writePixel(patch, y * rect.width + x, { edited, from, alpha });
    }
  }
  return { rect, patch, overTransparent };
}

/** An edited pixel that is itself translucent keeps its alpha: the patch is never more opaque than what was made. */
function writePixel(patch: RasterImage, to: number, { edited, from, alpha }: { edited: RasterImage; from: number; alpha: number }): void {
  const own = Math.round((alpha * edited.data[from * 4 + 3]) / 255);
  if (own === 0) return;
  for (let c = 0; c < 3; c++) patch.data[to * 4 + c] = edited.data[from * 4 + c];
  patch.data[to * 4 + 3] = own;
}
