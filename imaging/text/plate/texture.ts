import { luma } from "../../raster/colour.ts";
import type { Ground } from "./ground.ts";

/** Added to both energies, 0–255 RMS: below it nobody sees texture, and flat over flat is 1. */
const FLOOR = 0.5;
/** How far around the hole the neighbourhood's texture is measured, pixels. */
const NEIGHBOURHOOD = 12;

/** Spacing of the two details looked at, pixels: grain, and mottle or pattern. */
const SCALES = [1, 4] as const;

/** A plane's value minus the mean of its four neighbours `step` pixels away. */
export function detailAt(plane: Float32Array, width: number, { at, step }: { at: number; step: number }): number {
  return plane[at] - (plane[at - step] + plane[at + step] + plane[at - step * width] + plane[at + step * width]) / 4;
}

/** Luma's share of the σ of noise that is independent in every channel, and how much the two differences of colour must shrink to share it. */
const LUMA_SHARE = Math.sqrt(0.562);
const [RED_GREEN, BLUE_YELLOW] = [LUMA_SHARE / Math.sqrt(2), LUMA_SHARE / Math.sqrt(1.5)];

/**
 * Brightness, red against green, and blue against both, `[H, W]` each, 0–255: mottle of two colours equally bright shows in no brightness. Noise that is
 * independent in every channel is as strong in all three.
 */
function planesOf(pixels: Float32Array): readonly Float32Array[] {
  const [bright, red, blue] = [0, 1, 2].map(() => new Float32Array(pixels.length / 3));
  for (let i = 0, k = 0; i < bright.length; i++, k += 3) {
    const [r, g, b] = [pixels[k], pixels[k + 1], pixels[k + 2]];
    bright[i] = luma(r, g, b);
    red[i] = RED_GREEN * (r - g);
    blue[i] = BLUE_YELLOW * (b - (r + g) / 2);
  }
  return [bright, red, blue];
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

interface Sizes {
  readonly width: number;
  readonly height: number;
  readonly step: number;
}

/**
 * Mean absolute detail of each plane at one spacing where `marked` is 1: energy as the eye weighs it, not ruled by a few hard edges. All 0 where what is marked
 * is too narrow for the spacing.
 */
function textureEnergies(pixels: Float32Array, marked: Uint8Array, size: Sizes): readonly number[] {
  const planes = planesOf(pixels);
  const sums = planes.map(() => 0);
  let n = 0;
  eachInner(marked, size, (at) => {
    for (let p = 0; p < planes.length; p++) sums[p] += Math.abs(detailAt(planes[p], size.width, { at, step: size.step }));
    n++;
  });
  return sums.map((sum) => (n === 0 ? 0 : sum / n));
}

/** The same of the plane in which it is strongest. */
export const textureEnergy = (pixels: Float32Array, marked: Uint8Array, at: Omit<Sizes, "step">): number =>
  Math.max(...textureEnergies(pixels, marked, { ...at, step: 1 }));

interface Judged {
  readonly ground: Ground;
  readonly judged: Uint8Array;
}

/** How much detail `filled` lacks against the truth over the judged pixels, in the worst plane at the worse of two spacings, 0–255. */
export function lackingDetail({ ground, judged }: Judged, filled: Float32Array): number {
  const { width, height, pixels } = ground;
  const lacks = SCALES.flatMap((step) => {
    const has = textureEnergies(filled, judged, { width, height, step });
    return textureEnergies(pixels, judged, { width, height, step }).map((wanted, p) => wanted - has[p]);
  });
  return Math.max(0, ...lacks);
}

/** Share of the contrast that may be lost unseen. */
const CONTRAST_KEPT = 0.9;

/** Contrast `filled` has visibly lost over all judged pixels, σ of the worst plane 0–255, or 0: what makes busy noise a grey patch. */
export function lackingContrast({ ground, judged }: Judged, filled: Float32Array): number {
  const variances = (pixels: Float32Array): readonly number[] =>
    planesOf(pixels).map((plane) => {
      const inside = plane.filter((_, i) => judged[i] === 1);
      const mean = inside.reduce((a, b) => a + b, 0) / Math.max(1, inside.length);
      return inside.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, inside.length);
    });
  const found = variances(filled);
  const lost = variances(ground.pixels).map((wanted, p) => (found[p] >= wanted * CONTRAST_KEPT ** 2 ? 0 : wanted - found[p]));
  return Math.sqrt(Math.max(...lost));
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

/** Restored over neighbouring energy at one spacing, in the plane where that is strongest. */
function energyRatio(ground: Ground, restored: Float32Array, step: number): number {
  const size = { width: ground.width, height: ground.height, step };
  const outside = textureEnergies(ground.pixels, neighbourhood(ground), size);
  const plane = outside.indexOf(Math.max(...outside));
  const inside = textureEnergies(restored, ground.hole, size)[plane];
  return (inside + FLOOR) / (outside[plane] + FLOOR);
}

/** Restored over neighbouring high-frequency energy, 1 = alike; flat in flat surroundings is 1. */
export const textureRatio = (ground: Ground, restored: Float32Array): number => energyRatio(ground, restored, 1);

/** Spacings at which a fill is checked for dullness, pixels. */
const MOTTLE_SCALES = [4, 8] as const;

/** Restored over neighbouring energy at pattern scale, at the worse of two spacings: well below 1 is a dull patch. */
export function mottleRatio(ground: Ground, restored: Float32Array): number {
  const { width, height, hole } = ground;
  const isWide = (step: number): boolean => textureEnergies(ground.pixels, hole, { width, height, step }).some((energy) => energy > 0);
  // A hole too narrow for a spacing says nothing about it.
  return Math.min(1, ...MOTTLE_SCALES.filter(isWide).map((step) => energyRatio(ground, restored, step)));
}

/**
 * Standard deviation of pixel noise in the background near the hole, 0–255, from the median of its detail: edges do not count. Of brightness or colour,
 * whichever is noisier.
 */
export function noiseLevel(ground: Ground): number {
  const { width, height } = ground;
  const near = neighbourhood(ground);
  const medians = planesOf(ground.pixels).map((plane) => {
    const details: number[] = [];
    eachInner(near, { width, height, step: 1 }, (at) => {
      details.push(Math.abs(detailAt(plane, width, { at, step: 1 })));
    });
    return details.length === 0 ? 0 : Float64Array.from(details).sort()[details.length >> 1];
  });
  // MAD → σ for a Gaussian; the 5-point detail of white noise has variance 1 + 1/4.
  return (Math.max(...medians) * 1.4826) / (Math.sqrt(1.25) * LUMA_SHARE);
}
