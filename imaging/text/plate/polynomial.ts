import { solveLinear } from "../../raster/linear-system.ts";
import type { Ground } from "./ground.ts";

/** Terms of degree ≤ 2 in x and y, each scaled to −1…1: 1, y, y², x, xy, x². */
const TERMS = 6;
const SAMPLES = 6000;
const ROUNDS = 5;
/** Samples count half at this distance from the hole, pixels: what lies further need not go on behind the text. */
const HALF_WEIGHT = 12;
/** Tukey's constant: 95 % efficiency on Gaussian noise. */
const TUKEY = 4.685;

function termsAt(ground: Ground, pixel: number, into: Float64Array, at: number): void {
  const x = ((pixel % ground.width) / ground.width) * 2 - 1;
  const y = (Math.floor(pixel / ground.width) / ground.height) * 2 - 1;
  into[at] = 1;
  into[at + 1] = y;
  into[at + 2] = y * y;
  into[at + 3] = x;
  into[at + 4] = x * y;
  into[at + 5] = x * x;
}

/** Solves the symmetric system `[6 × (6 + 3)]` in place; gives `[3][6]`. */
function solve(rows: Float64Array[]): Float64Array[] {
  solveLinear(rows);
  return [0, 1, 2].map((channel) => Float64Array.from(rows, (row) => row[TERMS + channel]));
}

interface Samples {
  readonly pixels: readonly number[];
  readonly terms: Float64Array;
  readonly values: Float32Array;
  /** How much each sample counts by its place. */
  readonly nearness: Float64Array;
}

function sample(ground: Ground, use: Uint8Array): Samples {
  const usable: number[] = [];
  for (let i = 0; i < use.length; i++) if (use[i]) usable.push(i);
  const step = Math.max(1, Math.floor(usable.length / SAMPLES));
  const pixels = usable.filter((_, i) => i % step === 0);
  const terms = new Float64Array(pixels.length * TERMS);
  const values = new Float32Array(pixels.length * 3);
  pixels.forEach((pixel, i) => {
    termsAt(ground, pixel, terms, i * TERMS);
    for (let c = 0; c < 3; c++) values[i * 3 + c] = ground.pixels[pixel * 3 + c];
  });
  const nearness = Float64Array.from(pixels, (pixel) => 1 / (1 + (ground.distance[pixel] / HALF_WEIGHT) ** 2));
  return { pixels, terms, values, nearness };
}

/** The error that half of the samples, counted by nearness, stay under. */
function typicalError(errors: Float64Array, nearness: Float64Array): number {
  const order = Array.from(errors.keys()).sort((a, b) => errors[a] - errors[b]);
  const half = nearness.reduce((a, b) => a + b, 0) / 2;
  let mass = 0;
  for (const i of order) {
    mass += nearness[i];
    if (mass >= half) return errors[i];
  }
  return 0;
}

function weightedFit({ terms, values }: Samples, weights: Float64Array): Float64Array[] {
  const rows = Array.from({ length: TERMS }, () => new Float64Array(TERMS + 3));
  for (let s = 0; s < weights.length; s++) {
    if (weights[s] === 0) continue;
    for (let r = 0; r < TERMS; r++) {
      const v = terms[s * TERMS + r] * weights[s];
      for (let t = 0; t < TERMS; t++) rows[r][t] += v * terms[s * TERMS + t];
      for (let c = 0; c < 3; c++) rows[r][TERMS + c] += v * values[s * 3 + c];
    }
  }
  // A little ridge keeps thin or one-sided samples solvable.
  for (let r = 0; r < TERMS; r++) rows[r][r] += 1e-6 * weights.length + 1e-9;
  return solve(rows);
}

const valueAt = (coefficients: Float64Array, terms: Float64Array, at: number): number => {
  let v = 0;
  for (let t = 0; t < TERMS; t++) v += coefficients[t] * terms[at + t];
  return v;
};

function errorsOf({ terms, values }: Samples, fit: Float64Array[]): Float64Array {
  return Float64Array.from({ length: values.length / 3 }, (_, s) => {
    let sum = 0;
    for (let c = 0; c < 3; c++) sum += (values[s * 3 + c] - valueAt(fit[c], terms, s * TERMS)) ** 2;
    return Math.sqrt(sum / 3);
  });
}

/**
 * Robust second-degree surface per channel through the pixels where `use` is 1 (iteratively reweighted, Tukey), evaluated
 * everywhere: `[H, W, 3]`, 0–255, unclamped. A minority of other things (icons, leftovers) does not pull it.
 */
export function fitPolynomial(ground: Ground, use: Uint8Array): Float32Array {
  const samples = sample(ground, use);
  const weights = Float64Array.from(samples.nearness);
  let fit = weightedFit(samples, weights);
  for (let round = 1; round < ROUNDS; round++) {
    const errors = errorsOf(samples, fit);
    const scale = TUKEY * Math.max(0.4, typicalError(errors, samples.nearness) * 1.2);
    errors.forEach((e, i) => {
      weights[i] = e < scale ? samples.nearness[i] * (1 - (e / scale) ** 2) ** 2 : 0;
    });
    fit = weightedFit(samples, weights);
  }
  return evaluate(ground, fit);
}

function evaluate(ground: Ground, fit: Float64Array[]): Float32Array {
  const out = new Float32Array(ground.width * ground.height * 3);
  const terms = new Float64Array(TERMS);
  for (let i = 0; i < ground.width * ground.height; i++) {
    termsAt(ground, i, terms, 0);
    for (let c = 0; c < 3; c++) out[i * 3 + c] = valueAt(fit[c], terms, 0);
  }
  return out;
}
