import { luma } from "../../raster/colour.ts";
import type { Ground } from "./ground.ts";

/** Added to both energies, 0–255 RMS: below it nobody sees texture, and flat over flat is 1. */
const FLOOR = 0.5;
/** How far around the hole the neighbourhood's texture is measured, pixels. */
const NEIGHBOURHOOD = 12;

/** Spacing of the two details looked at, pixels: grain, and mottle or pattern. */
const SCALES = [1, 4] as const;

/** Luma minus the mean of its four neighbours `step` pixels away. */
export function detailAt(luma: Float32Array, width: number, { at, step }: { at: number; step: number }): number {
  return luma[at] - (luma[at - step] + luma[at + step] + luma[at - step * width] + luma[at + step * width]) / 4;
}

/** Luma of the marked pixels and their surroundings, `[H, W]`, 0–255. */
export function lumaOf(pixels: Float32Array): Float32Array {
  const out = new Float32Array(pixels.length / 3);
  for (let i = 0; i < out.length; i++) out[i] = luma(pixels[i * 3], pixels[i * 3 + 1], pixels[i * 3 + 2]);
  return out;
}

/** Calls `visit` for every pixel that is marked together with its four neighbours `step` away. */
function eachInner(
  marked: Uint8Array,
  { width, height, step }: { width: number; height: number; step: number },
  visit: (at: number) => void,
): void {
  for (let y = step; y < height - step; y++) {
    for (let at = y * width + step; at < y * width + width - step; at++) {
      if (marked[at] && marked[at - step] && marked[at + step] && marked[at - step * width] && marked[at + step * width]) visit(at);
    }
  }
}

/** Mean absolute detail at one spacing where `marked` is 1: energy as the eye weighs it, not ruled by a few hard edges. */
export function textureEnergy(
  pixels: Float32Array,
  marked: Uint8Array,
  { width, height, step = 1 }: { width: number; height: number; step?: number },
): number {
  const values = lumaOf(pixels);
  let [sum, n] = [0, 0];
  eachInner(marked, { width, height, step }, (at) => {
    sum += Math.abs(detailAt(values, width, { at, step }));
    n++;
  });
  return n === 0 ? 0 : sum / n;
}

interface Judged {
  readonly ground: Ground;
  readonly judged: Uint8Array;
}

/** How much detail `filled` lacks against the truth over the judged pixels, at the worse of two spacings, 0–255. */
export function lackingDetail({ ground, judged }: Judged, filled: Float32Array): number {
  const { width, height, pixels } = ground;
  const lacks = SCALES.map(
    (step) => textureEnergy(pixels, judged, { width, height, step }) - textureEnergy(filled, judged, { width, height, step }),
  );
  return Math.max(0, ...lacks);
}

/** Share of the contrast that may be lost unseen. */
const CONTRAST_KEPT = 0.9;

/** Contrast `filled` has visibly lost over all judged pixels, σ of luma 0–255, or 0: what makes busy noise a grey patch. */
export function lackingContrast({ ground, judged }: Judged, filled: Float32Array): number {
  const variance = (pixels: Float32Array): number => {
    const inside = lumaOf(pixels).filter((_, i) => judged[i] === 1);
    const mean = inside.reduce((a, b) => a + b, 0) / Math.max(1, inside.length);
    return inside.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, inside.length);
  };
  const [wanted, found] = [variance(ground.pixels), variance(filled)];
  return found >= wanted * CONTRAST_KEPT ** 2 ? 0 : Math.sqrt(wanted - found);
}

/** 1 where background near the hole may be learnt from. */
export const neighbourhood = (ground: Ground): Uint8Array => ground.learn.map((v, i) => (v && ground.distance[i] <= NEIGHBOURHOOD ? 1 : 0));

/** Shares tried by `matchDetail`, in this order. */
const SHARES = [0, 0.25, 0.5, 0.75, 1] as const;

/** Mean absolute detail that white noise of σ = 1 has: √(1.25 · 0.562), its luma's share, times √(2/π). */
const DETAIL_OF_NOISE = 0.669;

/** Energy of the noise alone, given its σ: what grain has to reach. */
export const energyOfNoise = (noise: number): number => noise * DETAIL_OF_NOISE;

/** Energy around the hole, edges included: what patches have to reach. */
export const energyAround = (ground: Ground): number =>
  textureEnergy(ground.pixels, neighbourhood(ground), { width: ground.width, height: ground.height });

interface Blend {
  /** Lacks texture. */
  readonly plain: Float32Array;
  /** May have too much. */
  readonly rich: Float32Array;
}

/** `plain` moved towards `rich` just so far that the hole's detail has the `wanted` energy. */
export function matchDetail(ground: Ground, { plain, rich }: Blend, wanted: number): Float32Array {
  const size = { width: ground.width, height: ground.height };
  let chosen = plain;
  for (const share of SHARES) {
    chosen = plain.map((v, i) => v + share * (rich[i] - v));
    if (textureEnergy(chosen, ground.hole, size) >= wanted) break;
  }
  return chosen;
}

/** Restored over neighbouring high-frequency energy, 1 = alike; flat in flat surroundings is 1. */
export function textureRatio(ground: Ground, restored: Float32Array): number {
  const size = { width: ground.width, height: ground.height };
  const around = textureEnergy(ground.pixels, neighbourhood(ground), size);
  return (textureEnergy(restored, ground.hole, size) + FLOOR) / (around + FLOOR);
}

/** Spacings at which a fill is checked for dullness, pixels. */
const MOTTLE_SCALES = [4, 8] as const;

/** Restored over neighbouring energy at pattern scale, at the worse of two spacings: well below 1 is a dull patch. */
export function mottleRatio(ground: Ground, restored: Float32Array): number {
  const { width, height, pixels, hole } = ground;
  const around = neighbourhood(ground);
  const ratios = MOTTLE_SCALES.map((step) => {
    const inside = textureEnergy(restored, hole, { width, height, step });
    const outside = textureEnergy(pixels, around, { width, height, step });
    // A hole or surroundings too narrow for this spacing say nothing about it.
    return inside === 0 || outside === 0 ? 1 : (inside + FLOOR) / (outside + FLOOR);
  });
  return Math.min(...ratios);
}

/** Standard deviation of pixel noise in the background near the hole, 0–255, from the median of its detail: edges do not count. */
export function noiseLevel(ground: Ground): number {
  const details: number[] = [];
  const values = lumaOf(ground.pixels);
  const { width, height } = ground;
  eachInner(neighbourhood(ground), { width, height, step: 1 }, (at) => {
    details.push(Math.abs(detailAt(values, width, { at, step: 1 })));
  });
  if (details.length === 0) return 0;
  const median = Float64Array.from(details).sort()[details.length >> 1];
  // MAD → σ for a Gaussian; the 5-point detail of white noise has variance 1 + 1/4, its luma Σw² = 0.56 of a channel's.
  return (median * 1.4826) / Math.sqrt(1.25 * 0.562);
}
