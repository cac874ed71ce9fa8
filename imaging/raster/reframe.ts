import type { Rect } from "../../protocol/geometry.ts";
import { createMask, createRaster, type Mask, type RasterImage } from "./raster.ts";

/** The rows and columns that a picture and a frame over it share: `from` in the picture, `to` in the frame. */
function shared(size: { readonly width: number; readonly height: number }, frame: Rect<"image">) {
  const left = Math.max(0, frame.x);
  const top = Math.max(0, frame.y);
  return {
    from: { x: left, y: top },
    to: { x: left - frame.x, y: top - frame.y },
    width: Math.max(0, Math.min(size.width, frame.x + frame.width) - left),
    height: Math.max(0, Math.min(size.height, frame.y + frame.height) - top),
  };
}

/** What a frame of whole pixels shows of a picture, a copy of the frame's size; see-through where the frame reaches beyond it. */
export function reframe(image: RasterImage, frame: Rect<"image">): RasterImage {
  const out = createRaster(frame.width, frame.height);
  const { from, to, width, height } = shared(image, frame);
  for (let y = 0; y < height; y++) {
    const at = ((y + from.y) * image.width + from.x) * 4;
    out.data.set(image.data.subarray(at, at + width * 4), ((y + to.y) * frame.width + to.x) * 4);
  }
  return out;
}

/** The same for a mask; `beyond` is its value where the frame reaches beyond the picture. */
export function reframeMask(mask: Mask, frame: Rect<"image">, beyond = 0): Mask {
  const out = createMask(frame.width, frame.height);
  if (beyond !== 0) out.data.fill(beyond);
  const { from, to, width, height } = shared(mask, frame);
  for (let y = 0; y < height; y++) {
    const at = (y + from.y) * mask.width + from.x;
    out.data.set(mask.data.subarray(at, at + width), (y + to.y) * frame.width + to.x);
  }
  return out;
}
