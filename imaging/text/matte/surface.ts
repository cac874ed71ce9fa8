import { solveLinear } from "../../raster/linear-system.ts";
import type { FloatImage } from "../../raster/raster.ts";
import { addRowProducts } from "../../raster/row-products.ts";
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

/** The pixels a surface goes through: the values of its terms there, and their colours. */
interface Picked {
  readonly count: number;
  readonly terms: readonly Float64Array[];
  readonly colours: readonly Float64Array[];
}

function pick({ width, height, data }: FloatImage, use: readonly number[]): Picked {
  const step = Math.max(1, Math.floor(use.length / 6000));
  const count = Math.ceil(use.length / step);
  const rows = (n: number) => Array.from({ length: n }, () => new Float64Array(count));
  const [terms, colours] = [rows(TERMS), rows(3)];
  const term = new Float64Array(TERMS);
  for (let k = 0; k < count; k++) {
    const i = use[k * step];
    termsAt(((i % width) / width) * 2 - 1, (Math.floor(i / width) / height) * 2 - 1, term);
    for (let t = 0; t < TERMS; t++) terms[t][k] = term[t];
    for (let c = 0; c < 3; c++) colours[c][k] = data[i * 3 + c];
  }
  return { count, terms, colours };
}

/** Robust quadratic surface per channel (Tukey-weighted least squares) through the pixels listed in `use`. */
export function quadraticSurface(image: FloatImage, use: readonly number[]): Surface {
  const picked = pick(image, use);
  const weight = new Float64Array(picked.count).fill(1);
  const errors = new Float64Array(picked.count);
  let coefficients: Float64Array[] = [];
  let noise = 0;
  for (let round = 0; round < 6; round++) {
    coefficients = normalEquations(picked, weight);
    writeDistances(errors, coefficients, picked);
    noise = 1.4826 * median(errors);
    const limit = 4.7 * Math.max(0.6, noise);
    for (let k = 0; k < weight.length; k++) weight[k] = errors[k] < limit ? (1 - (errors[k] / limit) ** 2) ** 2 : 0;
  }
  return { ...spread(image, coefficients), noise };
}

/** The surface at every pixel, and how far the image is from it. */
function spread({ width, height, data }: FloatImage, coefficients: readonly Float64Array[]): Pick<Surface, "pixels" | "residual"> {
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
  return { pixels: { width, height, data: pixels }, residual };
}

function normalEquations({ terms, colours, count }: Picked, weight: Float64Array): Float64Array[] {
  const others = [...terms, ...colours];
  const row = new Float64Array(count);
  const rows = terms.map((term, r) => {
    for (let k = 0; k < count; k++) row[k] = term[k] * weight[k];
    const sums = new Float64Array(others.length);
    addRowProducts(sums, 0, { row, others, count });
    sums[r] += 1e-6 * Math.max(1, count);
    return sums;
  });
  solveLinear(rows);
  return [0, 1, 2].map((c) => Float64Array.from(rows, (solved) => solved[TERMS + c]));
}

/** Colour distance of each picked pixel from the surface. */
function writeDistances(out: Float64Array, coefficients: readonly Float64Array[], { terms, colours }: Picked): void {
  const [, x, y, xx, xy, yy] = terms;
  out.fill(0);
  for (const [c, [k0, k1, k2, k3, k4, k5]] of coefficients.entries()) {
    const colour = colours[c];
    for (let k = 0; k < out.length; k++) {
      const off = colour[k] - (k0 + k1 * x[k] + k2 * y[k] + k3 * xx[k] + k4 * xy[k] + k5 * yy[k]);
      out[k] += off * off;
    }
  }
  for (let k = 0; k < out.length; k++) out[k] = Math.sqrt(out[k]);
}
