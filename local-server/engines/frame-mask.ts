import type { ModelFrame } from "../../imaging/compositing/model-frame.ts";
import { createRaster, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";

/** A source-sized mask as the model sees it: one byte a pixel of the frame at the model's size, 255 = may change. */
export function frameMask({ width, data }: Mask, { rect, size }: ModelFrame): Uint8Array {
  const out = new Uint8Array(size.width * size.height);
  for (let i = 0; i < out.length; i++) {
    const x = rect.x + Math.floor((((i % size.width) + 0.5) * rect.width) / size.width);
    const y = rect.y + Math.floor(((Math.floor(i / size.width) + 0.5) * rect.height) / size.height);
    out[i] = data[y * width + x] === 0 ? 0 : 255;
  }
  return out;
}

/** The same as an opaque picture, white = repaint: the form of stable-diffusion.cpp and ComfyUI. */
export function whiteMask(mask: Mask, frame: ModelFrame): RasterImage {
  const picture = createRaster(frame.size.width, frame.size.height);
  frameMask(mask, frame).forEach((value, i) => {
    picture.data.set([value, value, value, 255], i * 4);
  });
  return picture;
}
