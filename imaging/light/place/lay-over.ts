import type { Rect } from "../../../protocol/geometry.ts";
import type { Rgb } from "../../raster/colour.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";

/** Straight-alpha "over" of one colour on the pixel at byte `i`, in place. */
function over(data: Uint8ClampedArray, i: number, colour: ArrayLike<number>, alpha: number): void {
  if (alpha <= 0) return;
  const below = data[i + 3] / 255;
  const total = alpha + below * (1 - alpha);
  for (let c = 0; c < 3; c++) data[i + c] = (colour[c] * alpha + data[i + c] * below * (1 - alpha)) / total;
  data[i + 3] = 255 * total;
}

/** A copy of the picture with `mark` (of the rectangle's size) over it; parts beyond the border fall away. */
export function layOver(image: RasterImage, mark: RasterImage, rect: Rect<"image">, allowed: Plane): RasterImage {
  const data = Uint8ClampedArray.from(image.data);
  for (let y = Math.max(0, -rect.y); y < Math.min(rect.height, image.height - rect.y); y++) {
    for (let x = Math.max(0, -rect.x); x < Math.min(rect.width, image.width - rect.x); x++) {
      const from = (y * rect.width + x) * 4;
      const to = (y + rect.y) * image.width + x + rect.x;
      over(data, to * 4, mark.data.subarray(from, from + 3), (mark.data[from + 3] / 255) * allowed.data[to]);
    }
  }
  return { width: image.width, height: image.height, data };
}

/** A copy with a softly rounded plate under the rectangle, a little larger than it. */
export function layPlate(
  image: RasterImage,
  rect: Rect<"image">,
  { colour, allowed }: { readonly colour: Rgb; readonly allowed: Plane },
): RasterImage {
  const data = Uint8ClampedArray.from(image.data);
  const pad = Math.max(2, Math.round(0.12 * Math.min(rect.width, rect.height)));
  const [cx, cy] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const [hx, hy] = [rect.width / 2, rect.height / 2];
  for (let y = Math.max(0, rect.y - pad); y < Math.min(image.height, rect.y + rect.height + pad); y++) {
    for (let x = Math.max(0, rect.x - pad); x < Math.min(image.width, rect.x + rect.width + pad); x++) {
      const distance = Math.hypot(Math.max(0, Math.abs(x + 0.5 - cx) - hx), Math.max(0, Math.abs(y + 0.5 - cy) - hy));
      const alpha = 0.9 * Math.min(1, Math.max(0, pad - distance));
      over(data, (y * image.width + x) * 4, colour, alpha * allowed.data[y * image.width + x]);
    }
  }
  return { width: image.width, height: image.height, data };
}
