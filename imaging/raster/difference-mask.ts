import { createMask, type Mask, type RasterImage } from "./raster.ts";

/** 255 exactly where two pictures of one size differ. */
export function differenceMask(a: RasterImage, b: RasterImage): Mask {
  const mask = createMask(a.width, a.height);
  const [p, q] = [a.data, b.data];
  for (let i = 0; i < mask.data.length; i++) {
    const k = i * 4;
    if (p[k] !== q[k] || p[k + 1] !== q[k + 1] || p[k + 2] !== q[k + 2] || p[k + 3] !== q[k + 3]) mask.data[i] = 255;
  }
  return mask;
}
