import type { RasterImage } from "../../imaging/raster/raster.ts";
import type { PixelPart } from "./codec-methods.ts";

/** Puts a picture together whose pixels arrive in parts. */
export interface PictureReceiver {
  take(event: number | PixelPart): void;
  /** The picture, once its size is known; the pixels are not copied. */
  picture(width: number, height: number): RasterImage;
}

export function receivePicture(): PictureReceiver {
  let data = new Uint8ClampedArray();
  return {
    take: (event) => {
      if (typeof event === "number") data = new Uint8ClampedArray(event);
      else data.set(event.bytes, event.at);
    },
    picture: (width, height) => ({ width, height, data }),
  };
}
