import type { RasterImage } from "../../raster/raster.ts";
import { stretchedSampler } from "../kernel/stretched-sampler.ts";
import type { Separation } from "./separate.ts";

/** Difference from the ground, 0–255 in the worst channel, that something printed there has; and so many pixels of it are more than dirt. */
const OFF = 30;
const ENOUGH = 40;

/** Whether thin things stand on what was taken for ground, as small letters do. ~20 ms a megapixel. */
export function holdsFineMarks(image: RasterImage, { alpha, ground }: Pick<Separation, "alpha" | "ground">): boolean {
  const groundAt = stretchedSampler(ground, image);
  const back = new Float32Array(3);
  let marks = 0;
  for (let i = 0; i < alpha.data.length; i++) {
    if (alpha.data[i] > 0) continue;
    groundAt(i % image.width, Math.floor(i / image.width), back);
    const p = i * 4;
    const off = Math.max(Math.abs(image.data[p] - back[0]), Math.abs(image.data[p + 1] - back[1]), Math.abs(image.data[p + 2] - back[2]));
    if (off > OFF && ++marks >= ENOUGH) return true;
  }
  return false;
}
