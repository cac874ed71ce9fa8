import { blurImage } from "../../../imaging/raster/blur.ts";
import { mulberry32 } from "../../../imaging/raster/random.ts";
import type { WearSpec } from "./poster-spec.ts";
import { createRandom } from "./random.ts";

/** What a camera or many savings do to a poster of this seed. */
export function wearOf(seed: number): WearSpec {
  const random = createRandom(seed + 13);
  return {
    blur: random.chance(0.7) ? random.between(0.5, 1.6) : 0,
    vignette: random.chance(0.5) ? random.between(0.1, 0.4) : 0,
    grain: random.chance(0.6) ? random.between(1.5, 7) : 0,
    seed: seed + 17,
  };
}

/** Sum of twelve uniform numbers less six: a normal one, near enough. */
function normal(next: () => number): number {
  let sum = -6;
  for (let k = 0; k < 12; k++) sum += next();
  return sum;
}

/** Blurred, darkened towards the corners, then grained: `[H, W, 3]` 0–255. */
export function worn(
  rgb: Uint8ClampedArray,
  { width, height }: { readonly width: number; readonly height: number },
  { blur, vignette, grain, seed }: WearSpec,
): Uint8ClampedArray {
  const { data } = blurImage({ width, height, data: Float32Array.from(rgb) }, blur);
  const next = mulberry32(seed);
  const half = Math.hypot(width, height) / 2;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i += 3) {
      const light = 1 - vignette * (Math.hypot(x - width / 2, y - height / 2) / half) ** 2;
      const off = grain > 0 ? grain * normal(next) : 0;
      for (let c = 0; c < 3; c++) data[i + c] = data[i + c] * light + off;
    }
  }
  return Uint8ClampedArray.from(data, Math.round);
}
