import type { Rect } from "../../../protocol/geometry.ts";
import { createPlane, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";

interface Allowed {
  readonly region?: Rect<"image"> | undefined;
  readonly mask?: Mask | undefined;
}

/** How much of an edit may show at each pixel, 0–1: the mask's own softness inside the region; 1 everywhere where neither is given. */
export function whereAllowed({ width, height }: RasterImage, { region, mask }: Allowed): Plane {
  const plane = createPlane(width, height);
  const r = region ?? { x: 0, y: 0, width, height };
  for (let y = r.y; y < r.y + r.height; y++) {
    for (let i = y * width + r.x; i < y * width + r.x + r.width; i++) plane.data[i] = mask ? mask.data[i] / 255 : 1;
  }
  return plane;
}

/** `edited` over `source` by `amount` 0–1; where it is 0 the source's bytes stay. Colour only: alpha is the source's. */
export function blendBy(source: RasterImage, edited: RasterImage, amount: Plane): RasterImage {
  const data = Uint8ClampedArray.from(source.data);
  for (let i = 0; i < amount.data.length; i++) {
    const a = amount.data[i];
    if (a <= 0) continue;
    for (let c = i * 4; c < i * 4 + 3; c++) data[c] = source.data[c] + (edited.data[c] - source.data[c]) * a;
  }
  return { width: source.width, height: source.height, data };
}
