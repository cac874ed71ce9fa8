import { fromOklab, linearToSrgb, luma, srgbToLinear } from "../../raster/colour.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import { stretchedSampler } from "../kernel/stretched-sampler.ts";
import { cleanColour } from "./clean-colour.ts";
import type { Separation } from "./separate.ts";

/** The new ground's colour at a pixel, 0–255, written to `out`. */
export type NewGround = (x: number, y: number, out: Float32Array) => void;

/** Differences in light below this are noise of the old ground, not shadow. */
const LEAST_SHADOW = 0.035;

/** How much light falls on the ground, 0–1 of what its surface promises, in the separation's small pixels: the shadows. */
function shadowOf({ ground, grown }: Separation): FloatImage {
  const data = new Float32Array(ground.data.length);
  const expected = new Float32Array(3);
  for (let i = 0; i < data.length / 3; i++) {
    const [x, y] = [i % ground.width, Math.floor(i / ground.width)];
    grown.rim.at((x * grown.field.width) / ground.width, (y * grown.field.height) / ground.height, expected);
    const lit = luma(...fromOklab([expected[0] / 100, expected[1] / 100, expected[2] / 100]));
    const own = luma(ground.data[i * 3], ground.data[i * 3 + 1], ground.data[i * 3 + 2]);
    const ratio = srgbToLinear(own) / Math.max(0.002, srgbToLinear(Math.max(0, lit)));
    const dark = Math.max(0, 1 - ratio);
    data.fill(1 - Math.max(0, dark - LEAST_SHADOW) / (1 - LEAST_SHADOW), i * 3, i * 3 + 3);
  }
  return { width: ground.width, height: ground.height, data };
}

/** The subject over a new ground, a copy of full opacity as before; pixels that are all subject keep their bytes. */
export function overNewGround(
  image: RasterImage,
  parts: Separation,
  { ground, keepShadow }: { readonly ground: NewGround; readonly keepShadow: boolean },
): RasterImage {
  const data = Uint8ClampedArray.from(image.data);
  const groundAt = stretchedSampler(parts.ground, image);
  const subjectAt = stretchedSampler(parts.subject, image);
  const shadeAt = keepShadow ? stretchedSampler(shadowOf(parts), image) : undefined;
  const [back, front, clean, fresh, shade] = Array.from({ length: 5 }, () => new Float32Array(3));
  for (let i = 0; i < parts.alpha.data.length; i++) {
    const alpha = parts.alpha.data[i];
    if (alpha >= 1) continue;
    const [x, y] = [i % image.width, Math.floor(i / image.width)];
    ground(x, y, fresh);
    if (shadeAt !== undefined) {
      shadeAt(x, y, shade);
      if (shade[0] < 0.998) for (let c = 0; c < 3; c++) fresh[c] = linearToSrgb(srgbToLinear(fresh[c]) * shade[0]);
    }
    if (alpha > 0) {
      groundAt(x, y, back);
      subjectAt(x, y, front);
      cleanColour(image.data.subarray(i * 4, i * 4 + 3), { alpha, back, front }, clean);
    }
    for (let c = 0; c < 3; c++) data[i * 4 + c] = clean[c] * alpha + fresh[c] * (1 - alpha);
  }
  return { width: image.width, height: image.height, data };
}
