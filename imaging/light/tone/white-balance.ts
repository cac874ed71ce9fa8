import { linearToSrgb, type Rgb, srgbToLinear } from "../../raster/colour.ts";
import type { RasterImage } from "../../raster/raster.ts";

/** Shades of grey (Finlayson & Trezzi 2004): the Minkowski mean of this order stands for the light's colour. */
const ORDER = 6;
/** A cast may be taken back by this factor at most; beyond, the colour is likely the scene's own. */
const MOST = 1.6;
const SAMPLES = 60_000;

/** The colour of the light a picture was taken in, linear, the mean of its channels 1. Burnt and black pixels tell nothing. */
function lightIn({ data }: RasterImage): Rgb {
  const sum = [1e-9, 1e-9, 1e-9];
  const stride = 4 * Math.max(1, Math.floor(data.length / 4 / SAMPLES));
  for (let i = 0; i < data.length; i += stride) {
    const most = Math.max(data[i], data[i + 1], data[i + 2]);
    if (data[i + 3] === 0 || most > 250 || most < 8) continue;
    for (let c = 0; c < 3; c++) sum[c] += srgbToLinear(data[i + c]) ** ORDER;
  }
  const mean = sum.map((v) => v ** (1 / ORDER));
  const all = (mean[0] + mean[1] + mean[2]) / 3;
  return [mean[0] / all, mean[1] / all, mean[2] / all];
}

const bounded = (gain: number): number => Math.min(MOST, Math.max(1 / MOST, gain));

/** The colour as it were in neutral light, by a picture's own cast: one gain per channel in linear light, brightness kept. Colours sRGB 0–255. */
export function whiteBalance(image: RasterImage): (colour: Rgb) => Rgb {
  const [r, g, b] = lightIn(image).map((v) => bounded(1 / v));
  const keep = 1 / (0.2126 * r + 0.7152 * g + 0.0722 * b);
  return ([red, green, blue]) => [
    linearToSrgb(Math.min(1, srgbToLinear(red) * r * keep)),
    linearToSrgb(Math.min(1, srgbToLinear(green) * g * keep)),
    linearToSrgb(Math.min(1, srgbToLinear(blue) * b * keep)),
  ];
}
