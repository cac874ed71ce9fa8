import { blurPlane } from "../../raster/blur.ts";
import type { Ground } from "./ground.ts";
import { membrane } from "./membrane.ts";
import { fitPolynomial } from "./polynomial.ts";

/** Unknown pixels further than this from the hole count as lying on the surface: they cannot touch the result, only cost time. */
const FRAME = 12;

/** `[H, W, 3]`: Gaussian mean of `values` over the pixels where `use` is 1, 0 where there is none near. σ in pixels. */
export function weightedBlur(values: Float32Array, use: Uint8Array, size: { width: number; height: number; sigma: number }): Float32Array {
  const { width, height, sigma } = size;
  const spread = (data: Float32Array) => blurPlane({ width, height, data }, sigma).data;
  const mass = spread(Float32Array.from(use));
  const out = new Float32Array(values.length);
  for (let c = 0; c < 3; c++) {
    const channel = spread(Float32Array.from(use, (u, i) => (u ? values[i * 3 + c] : 0)));
    for (let i = 0; i < use.length; i++) out[i * 3 + c] = mass[i] > 1e-4 ? channel[i] / mass[i] : 0;
  }
  return out;
}

/**
 * The smooth background: a robust second-degree surface plus the membrane of what it misses. `[H, W, 3]`, meant for the hole.
 * `noise`: the known pixels' noise σ, 0–255; the membrane's frame is averaged accordingly, so that grain leaves no streaks.
 */
export function smoothFill(ground: Ground, noise: number): Float32Array {
  const { width, height, learn, distance, pixels } = ground;
  const surface = fitPolynomial(ground, learn);
  const residual = surface.map((v, i) => pixels[i] - v);
  const sigma = Math.min(4, 1 + noise / 2);
  const frame = noise < 0.5 ? residual : weightedBlur(residual, learn, { width, height, sigma });
  const unknown = learn.map((v, i) => (v === 0 && distance[i] <= FRAME ? 1 : 0));
  for (let i = 0; i < learn.length; i++) if (learn[i] === 0) frame.fill(0, i * 3, i * 3 + 3);
  const film = membrane({ width, height, values: frame, unknown });
  return surface.map((v, i) => v + film[i]);
}
