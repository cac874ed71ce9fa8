import { dilate } from "../../imaging/raster/dilate.ts";
import { createFloatImage, createMask, type FloatImage, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import { ssim } from "../../imaging/raster/ssim.ts";
import type { Truth } from "./real-edit.ts";

/** Differences beyond JPEG's own count as what the person changed; 0–255. */
const CHANGED = 24;
const RIM_PX = 3;

function floats({ width, height, data }: RasterImage): FloatImage {
  const out = createFloatImage(width, height);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) out.data[i * 3 + c] = data[i * 4 + c];
  return out;
}

function changedBy(source: FloatImage, truth: FloatImage): Mask {
  const mask = createMask(source.width, source.height);
  for (let i = 0; i < mask.data.length; i++) {
    const apart = [0, 1, 2].some((c) => Math.abs(source.data[i * 3 + c] - truth.data[i * 3 + c]) > CHANGED);
    mask.data[i] = apart ? 255 : 0;
  }
  return dilate(mask, RIM_PX);
}

function psnr(a: FloatImage, b: FloatImage, mask: Mask): number {
  let [squares, count] = [0, 0];
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    count++;
    for (let c = 0; c < 3; c++) squares += (a.data[i * 3 + c] - b.data[i * 3 + c]) ** 2;
  }
  return count === 0 ? 99 : 10 * Math.log10((255 * 255 * 3 * count) / Math.max(squares, 1e-9));
}

/** How near source and result are to what a person made, measured only where that person changed something. */
export function truthScore(pictures: { readonly source: RasterImage; readonly after: RasterImage; readonly truth: RasterImage }): Truth {
  const [source, after, truth] = [pictures.source, pictures.after, pictures.truth].map(floats);
  const mask = changedBy(source, truth);
  const score = (picture: FloatImage) => ({ ssim: ssim(picture, truth, mask), psnr: psnr(picture, truth, mask) });
  return { before: score(source), after: score(after) };
}
