import { solveLinear } from "../../raster/linear-system.ts";
import type { FloatImage } from "../../raster/raster.ts";
import { median } from "../../raster/statistics.ts";

const TERMS = 6;

/** Values of the six terms of a quadratic surface at a pixel, coordinates scaled to −1…1. */
function termsAt(x: number, y: number, out: Float64Array): void {
  out[0] = 1;
  out[1] = x;
  out[2] = y;
  out[3] = x * x;
  out[4] = x * y;
  out[5] = y * y;
}

export interface Surface {
  /** The surface at every pixel. */
  readonly pixels: FloatImage;
  /** Colour distance of each pixel of the image from the surface. */
  readonly residual: Float32Array;
  /** Robust spread (1.4826 × median) of the residual over the pixels fitted, 0–255. */
  readonly noise: number;
}

/** Robust quadratic surface per channel (Tukey-weighted least squares) through the pixels listed in `use`. */
export function quadraticSurface(image: FloatImage, use: readonly number[]): Surface {
  const { width, height, data } = image;
  const step = Math.max(1, Math.floor(use.length / 6000));
  const picked = use.filter((_, i) => i % step === 0);
  const basis = new Float64Array(picked.length * TERMS);
  const term = new Float64Array(TERMS);
  const position = (i: number): void => termsAt(((i % width) / width) * 2 - 1, (Math.floor(i / width) / height) * 2 - 1, term);
  picked.forEach((i, k) => {
    position(i);
    basis.set(term, k * TERMS);
  });
  const weight = new Float64Array(picked.length).fill(1);
  const errors = new Float64Array(picked.length);
  let coefficients: Float64Array[] = [];
  let noise = 0;
  for (let round = 0; round < 6; round++) {
    coefficients = normalEquations({ basis, weight, picked, data });
    writeDistances(errors, coefficients, { basis, picked, data });
    noise = 1.4826 * median(errors);
    const limit = 4.7 * Math.max(0.6, noise);
    for (let k = 0; k < picked.length; k++) weight[k] = errors[k] < limit ? (1 - (errors[k] / limit) ** 2) ** 2 : 0;
  }
  const pixels = new Float32Array(width * height * 3);
  const residual = new Float32Array(width * height);
  for (let c = 0; c < 3; c++) {
    const [k0, k1, k2, k3, k4, k5] = coefficients[c];
    for (let y = 0, i = 0; y < height; y++) {
      const v = (y / height) * 2 - 1;
      // A row of the surface is a parabola.
      const [base, slope] = [k0 + k2 * v + k5 * v * v, k1 + k4 * v];
      for (let x = 0; x < width; x++, i++) {
        const u = (x / width) * 2 - 1;
        const value = base + (slope + k3 * u) * u;
        const off = data[i * 3 + c] - value;
        pixels[i * 3 + c] = value;
        residual[i] += off * off;
      }
    }
  }
  for (let i = 0; i < residual.length; i++) residual[i] = Math.sqrt(residual[i]);
  return { pixels: { width, height, data: pixels }, residual, noise };
}

function normalEquations(at: { basis: Float64Array; weight: Float64Array; picked: readonly number[]; data: Float32Array }): Float64Array[] {
  const { basis, weight, picked, data } = at;
  const sums = new Float64Array(TERMS * (TERMS + 3));
  for (let k = 0; k < picked.length; k++) {
    const w = weight[k];
    if (w === 0) continue;
    const [from, pixel] = [k * TERMS, picked[k] * 3];
    for (let r = 0, to = 0; r < TERMS; r++) {
      const b = basis[from + r] * w;
      for (let t = 0; t < TERMS; t++) sums[to++] += b * basis[from + t];
      for (let c = 0; c < 3; c++) sums[to++] += b * data[pixel + c];
    }
  }
  const rows = Array.from({ length: TERMS }, (_, r) => sums.slice(r * (TERMS + 3), (r + 1) * (TERMS + 3)));
  for (let r = 0; r < TERMS; r++) rows[r][r] += 1e-6 * Math.max(1, at.picked.length);
  solveLinear(rows);
  return [0, 1, 2].map((c) => Float64Array.from(rows, (row) => row[TERMS + c]));
}

/** Colour distance of each picked pixel from the surface. */
function writeDistances(
  out: Float64Array,
  coefficients: readonly Float64Array[],
  { basis, picked, data }: { readonly basis: Float64Array; readonly picked: readonly number[]; readonly data: Float32Array },
): void {
  for (let k = 0; k < out.length; k++) {
    let sum = 0;
    for (let c = 0; c < 3; c++) {
      const own = coefficients[c];
      let value = 0;
      for (let t = 0; t < TERMS; t++) value += own[t] * basis[k * TERMS + t];
      const off = data[picked[k] * 3 + c] - value;
      sum += off * off;
    }
    out[k] = Math.sqrt(sum);
  }
}
