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
const textureEnergy = (pixels: Float32Array, marked: Uint8Array, at: Sizes): number => Math.max(...textureEnergies(pixels, marked, at));

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

/** Share of the noise's energy below which a fill looks dull. */
const DULL = 0.6;

/** Energy of the noise alone, given its σ: what grain has to reach. */
export const energyOfNoise = (noise: number): number => noise * DETAIL_OF_NOISE;

/** Energy around the hole, edges included: what patches have to reach. */
export const energyAround = (ground: Ground): number =>
  textureEnergy(ground.pixels, neighbourhood(ground), { width: ground.width, height: ground.height, step: 1 });

/** Energy of a fill at a spacing, pixels. */
export const energyInHole = ({ width, height, hole }: Ground, filled: Float32Array, step = 1): number =>
  textureEnergy(filled, hole, { width, height, step });

interface Blend {
  /** Lacks texture. */
  readonly plain: Float32Array;
  /** May have too much. */
  readonly rich: Float32Array;
  /** Pixels; 1 where nothing is said. */
  readonly step?: number;
}

/** `plain` moved towards `rich` just so far that the hole's detail at a spacing has the `wanted` energy. */
export function matchDetail(ground: Ground, { plain, rich, step = 1 }: Blend, wanted: number): Float32Array {
  let chosen = plain;
  for (const share of SHARES) {
    chosen = plain.map((v, i) => v + share * (rich[i] - v));
    if (energyInHole(ground, chosen, step) >= wanted) break;
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

/** Absolute detail at a spacing in the background near the hole, sorted, of the plane in which its median is highest. */
function detailsNear(ground: Ground, step: number): Float64Array {
  const { width, height } = ground;
  const near = neighbourhood(ground);
  const sorted = planesOf(ground.pixels).map((plane) => {
    const details: number[] = [];
    eachInner(near, { width, height, step }, (at) => {
      details.push(Math.abs(detailAt(plane, width, { at, step })));
    });
    return Float64Array.from(details).sort();
  });
  return sorted.reduce((a, b) => (middleOf(b) > middleOf(a) ? b : a));
}

const middleOf = (sorted: Float64Array): number => sorted[sorted.length >> 1] ?? 0;

// MAD → σ for a Gaussian; the 5-point detail of white noise has variance 1 + 1/4.
const sigmaOf = (middle: number): number => (middle * 1.4826) / (Math.sqrt(1.25) * LUMA_SHARE);

/**
 * Standard deviation of pixel noise in the background near the hole, 0–255, from the median of its detail: edges do not count. Of brightness or colour,
 * whichever is noisier.
 */
export const noiseLevel = (ground: Ground): number => sigmaOf(middleOf(detailsNear(ground, 1)));

/** Detail is evenly spread where its mean is no more than this above its median; of noise the mean is 1.18 times the median, of things far more. */
const EVEN = 1.45;

/** The same of what is as coarse as a spacing, pixels, such as a stone's mottle; 0 where that is the detail of things rather than a ground's own. */
export function mottleLevel(ground: Ground, step: number): number {
  const details = detailsNear(ground, step);
  const mean = details.reduce((a, b) => a + b, 0) / Math.max(1, details.length);
  return mean > EVEN * middleOf(details) ? 0 : sigmaOf(middleOf(details));
}

/** Whether a fill lacks, at a spacing, so much of noise of a level that it looks dull. */
export function isDull(ground: Ground, filled: Float32Array, { sigma, step }: { readonly sigma: number; readonly step: number }): boolean {
  return energyInHole(ground, filled, step) < DULL * energyOfNoise(sigma);
}
