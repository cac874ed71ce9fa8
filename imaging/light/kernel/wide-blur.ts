import { blurImage } from "../../raster/blur.ts";
import type { FloatImage } from "../../raster/raster.ts";
import { stretchedSampler } from "./stretched-sampler.ts";

/** From this blur on, pixels, a smaller picture holds all that is left of it. */
const WIDE = 4;
/** Blur left for the small picture, its own pixels. */
const LEFT = 2.5;

function shrunk({ width, height, data }: FloatImage, by: number): FloatImage {
  const [w, h] = [Math.ceil(width / by), Math.ceil(height / by)];
  const out = new Float32Array(w * h * 3);
  const counts = new Uint32Array(w * h);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = Math.floor(y / by) * w + Math.floor(x / by);
      const from = (y * width + x) * 3;
      counts[to]++;
      for (let c = 0; c < 3; c++) out[to * 3 + c] += data[from + c];
    }
  }
  for (let i = 0; i < out.length; i++) out[i] /= counts[(i / 3) | 0];
  return { width: w, height: h, data: out };
}

/** Gaussian blur of any width at much the same cost: wide ones work on a smaller picture and are stretched back. `sigma` in pixels. */
export function wideBlur(image: FloatImage, sigma: number): FloatImage {
  if (sigma < WIDE) return blurImage(image, sigma);
  const by = Math.max(2, Math.floor(sigma / LEFT));
  // The mean over a small pixel and the stretching blur too: their variances are part of what is wished.
  const own = (by * by - 1) / 12 + (by * by) / 6;
  const low = blurImage(shrunk(image, by), Math.sqrt(Math.max(0.25, sigma * sigma - own)) / by);
  const { width, height } = image;
  const at = stretchedSampler(low, { width: low.width * by, height: low.height * by });
  const data = new Float32Array(image.data.length);
  const colour = new Float32Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      at(x, y, colour);
      data.set(colour, i);
    }
  }
  return { width, height, data };
}
