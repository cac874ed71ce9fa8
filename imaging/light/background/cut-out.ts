import type { Plane, RasterImage } from "../../raster/raster.ts";
import { stretchedSampler } from "../kernel/stretched-sampler.ts";
import { cleanColour } from "./clean-colour.ts";
import type { Separation } from "./separate.ts";

/** A copy with the ground transparent by `amount` 0–1; straight alpha, edge colours free of the old ground, colour 0 under alpha 0. */
export function cutOut(image: RasterImage, parts: Pick<Separation, "alpha" | "ground" | "subject">, amount: Plane): RasterImage {
  const data = Uint8ClampedArray.from(image.data);
  const groundAt = stretchedSampler(parts.ground, image);
  const subjectAt = stretchedSampler(parts.subject, image);
  const [back, front, clean] = [new Float32Array(3), new Float32Array(3), new Float32Array(3)];
  for (let i = 0; i < parts.alpha.data.length; i++) {
    const alpha = 1 - (1 - parts.alpha.data[i]) * amount.data[i];
    if (alpha >= 1) continue;
    const [x, y] = [i % image.width, Math.floor(i / image.width)];
    if (alpha <= 0) {
      data.fill(0, i * 4, i * 4 + 4);
      continue;
    }
    groundAt(x, y, back);
    subjectAt(x, y, front);
    cleanColour(image.data.subarray(i * 4, i * 4 + 3), { alpha, back, front }, clean);
    data.set(clean, i * 4);
    data[i * 4 + 3] = image.data[i * 4 + 3] * alpha;
  }
  return { width: image.width, height: image.height, data };
}
