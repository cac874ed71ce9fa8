import { boxMean } from "../../raster/box-mean.ts";
import { luma } from "../../raster/colour.ts";
import { cropFloat, pasteFloat } from "../../raster/crop.ts";
import { mulberry32 } from "../../raster/random.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import { guidedFilter } from "../kernel/guided-filter.ts";
import { wideBlur } from "../kernel/wide-blur.ts";
import type { ToneWish } from "./tone-wish.ts";

const whole = ({ width, height }: RasterImage) => ({ x: 0, y: 0, width, height });

const lumaOf = (image: FloatImage) => ({
  width: image.width,
  height: image.height,
  data: Float32Array.from({ length: image.width * image.height }, (_, i) =>
    luma(image.data[i * 3], image.data[i * 3 + 1], image.data[i * 3 + 2]),
  ),
});

/** Adds `amount` of what a smoothing took from the brightness; colours keep their balance, so that no edge gets a coloured rim. */
function accentuated(image: FloatImage, smooth: Float32Array, amount: number): FloatImage {
  const bright = lumaOf(image).data;
  return { ...image, data: image.data.map((v, i) => v + amount * (bright[(i / 3) | 0] - smooth[(i / 3) | 0])) };
}

function sharpened(image: FloatImage, amount: number): FloatImage {
  const fine = boxMean(boxMean(lumaOf(image), 1), 1);
  return accentuated(image, fine.data, 1.6 * amount);
}

/** Local contrast: large shapes set off from each other, edges without halos. */
function clarified(image: FloatImage, amount: number): FloatImage {
  const bright = lumaOf(image);
  const radius = Math.max(4, Math.round(Math.min(image.width, image.height) / 24));
  return accentuated(image, guidedFilter(bright, bright, { radius, epsilon: 900 }).data, 0.8 * amount);
}

function denoised(image: FloatImage, amount: number): FloatImage {
  const data = new Float32Array(image.data.length);
  for (let c = 0; c < 3; c++) {
    const plane = {
      width: image.width,
      height: image.height,
      data: Float32Array.from({ length: data.length / 3 }, (_, i) => image.data[i * 3 + c]),
    };
    const calm = guidedFilter(plane, plane, { radius: 3, epsilon: (30 * amount) ** 2 });
    for (let i = 0; i < calm.data.length; i++) data[i * 3 + c] = calm.data[i];
  }
  return { ...image, data };
}

/** Darker corners: cos⁴-like fall-off from the middle, 1 in the centre. */
function vignetted(image: FloatImage, amount: number): FloatImage {
  const { width, height } = image;
  const data = new Float32Array(image.data.length);
  const across = Float32Array.from({ length: width }, (_, x) => (x / width - 0.5) ** 2);
  for (let y = 0, i = 0; y < height; y++) {
    const down = (y / height - 0.5) ** 2;
    for (let x = 0; x < width; x++, i += 3) {
      const radius = Math.min(1, (across[x] + down) * 2);
      const left = 1 - amount * 0.75 * radius * radius;
      for (let c = i; c < i + 3; c++) data[c] = image.data[c] * left;
    }
  }
  return { ...image, data };
}

/** Film grain, the same in all channels, strongest in the middle tones. */
function grainy(image: FloatImage, amount: number, seed: number): FloatImage {
  const random = mulberry32(seed);
  const noise = Float32Array.from({ length: image.width * image.height }, () => random() + random() + random() - 1.5);
  const soft = boxMean({ width: image.width, height: image.height, data: noise }, 1).data;
  const data = image.data.map((v, i) => {
    const pixel = (i / 3) | 0;
    return v + amount * 24 * (0.6 * noise[pixel] + 1.2 * soft[pixel]) * (0.35 + 0.65 * (1 - Math.abs(v / 127.5 - 1)));
  });
  return { ...image, data };
}

/** Whether a wish needs a pixel's neighbours or place. */
export const needsNeighbours = (wish: ToneWish): boolean =>
  [wish.sharpness, wish.blur, wish.denoise, wish.clarity, wish.vignette, wish.grain].some((amount) => amount !== 0);

/** Sharpness, blur, noise, local contrast, vignette and grain, in the order a darkroom would. A new picture; alpha stays. */
export function adjustDetail(image: RasterImage, wish: ToneWish, seed: number): RasterImage {
  let work = cropFloat(image, whole(image));
  const blurPx = (wish.blur * Math.max(image.width, image.height)) / 40;
  if (wish.denoise > 0) work = denoised(work, wish.denoise);
  if (wish.blur > 0) work = wideBlur(work, blurPx);
  if (wish.clarity > 0) work = clarified(work, wish.clarity);
  if (wish.sharpness > 0) work = sharpened(work, wish.sharpness);
  if (wish.vignette > 0) work = vignetted(work, wish.vignette);
  if (wish.grain > 0) work = grainy(work, wish.grain, seed);
  return pasteFloat(image, work, { x: 0, y: 0 });
}
