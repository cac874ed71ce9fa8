/** One Gaussian of a mixture, ready for use: `offset` − ½ d² is the logarithm of its density times its share. */
interface Blob3 {
  readonly mean: readonly number[];
  /** Upper triangle of the inverse covariance: xx, xy, xz, yy, yz, zz. */
  readonly inverse: readonly number[];
  readonly offset: number;
}

/** What colours something has: a mixture of Gaussians over OKLab ×100. */
export type ColourMixture = readonly Blob3[];

/** No colour is known closer than this, OKLab ×100, squared: grain and compression. */
const LEAST_VARIANCE = 2.5;
const MOST_LOOKED_AT = 6000;
const PASSES = 6;

function blobOf(sums: Float64Array, total: number): Blob3 | undefined {
  const n = sums[9];
  if (n < 4) return undefined;
  const mean = [sums[0] / n, sums[1] / n, sums[2] / n];
  const spread = (k: number, a: number, b: number): number => sums[k] / n - mean[a] * mean[b] + (a === b ? LEAST_VARIANCE : 0);
  const [xx, xy, xz, yy, yz, zz] = [spread(3, 0, 0), spread(4, 0, 1), spread(5, 0, 2), spread(6, 1, 1), spread(7, 1, 2), spread(8, 2, 2)];
  const [a, b, c] = [yy * zz - yz * yz, xz * yz - xy * zz, xy * yz - xz * yy];
  const det = xx * a + xy * b + xz * c;
  if (!(det > 0)) return undefined;
  const inverse = [a, b, c, xx * zz - xz * xz, xy * xz - xx * yz, xx * yy - xy * xy].map((v) => v / det);
  return { mean, inverse, offset: Math.log(n / total) - 0.5 * Math.log(det) - 1.5 * Math.log(2 * Math.PI) };
}

/** Log-density of a pixel under its likeliest Gaussian, and which that is. */
function likeliest(mixture: ColourMixture, lab: Float32Array, at: number): { readonly which: number; readonly value: number } {
  let [which, value] = [0, Number.NEGATIVE_INFINITY];
  for (let k = 0; k < mixture.length; k++) {
    const v = logDensityOf(mixture[k], lab, at);
    if (v > value) [which, value] = [k, v];
  }
  return { which, value };
}

function logDensityOf({ mean, inverse: m, offset }: Blob3, lab: Float32Array, at: number): number {
  const [x, y, z] = [lab[at] - mean[0], lab[at + 1] - mean[1], lab[at + 2] - mean[2]];
  return offset - 0.5 * (m[0] * x * x + m[3] * y * y + m[5] * z * z) - m[1] * x * y - m[2] * x * z - m[4] * y * z;
}

/** Natural logarithm of how common a pixel's colour is. `at`: of its first channel. */
export function logDensity(mixture: ColourMixture, lab: Float32Array, at: number): number {
  let value = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < mixture.length; k++) value = Math.max(value, logDensityOf(mixture[k], lab, at));
  return value;
}

function add(sums: Float64Array, lab: Float32Array, { at, weight }: { readonly at: number; readonly weight: number }): void {
  const [x, y, z] = [lab[at], lab[at + 1], lab[at + 2]];
  const terms = [x, y, z, x * x, x * y, x * z, y * y, y * z, z * z, 1];
  for (let k = 0; k < 10; k++) sums[k] += weight * terms[k];
}

function fitted(
  picked: readonly number[],
  { lab, weight, which }: { lab: Float32Array; weight: Float32Array; which: Int32Array },
  count: number,
): ColourMixture {
  const sums = Array.from({ length: count }, () => new Float64Array(10));
  for (const [n, i] of picked.entries()) add(sums[which[n]], lab, { at: i * 3, weight: weight[i] });
  const total = sums.reduce((s, one) => s + one[9], 0);
  return sums.flatMap((one) => blobOf(one, total) ?? []);
}

/**
 * Fits a mixture of `count` Gaussians to the weighted pixels, each pixel given wholly to its likeliest one (Rother, Kolmogorov & Blake 2004,
 * "GrabCut"), from slices along lightness and hue. Deterministic. Empty where there are no pixels.
 */
export function fitMixture(lab: Float32Array, weight: Float32Array, count = 5): ColourMixture {
  const all: number[] = [];
  for (let i = 0; i < weight.length; i++) if (weight[i] > 0.02) all.push(i);
  const stride = Math.max(1, Math.floor(all.length / MOST_LOOKED_AT));
  const picked = all.filter((_, k) => k % stride === 0);
  const rank = (i: number): number => lab[i * 3] + 1.7 * lab[i * 3 + 1] + 0.9 * lab[i * 3 + 2];
  const order = picked.map((_, n) => n).sort((p, q) => rank(picked[p]) - rank(picked[q]));
  const which = new Int32Array(picked.length);
  for (const [place, n] of order.entries()) which[n] = Math.floor((place * count) / order.length);
  let mixture = fitted(picked, { lab, weight, which }, count);
  for (let pass = 0; pass < PASSES && mixture.length > 0; pass++) {
    for (const [n, i] of picked.entries()) which[n] = likeliest(mixture, lab, i * 3).which;
    mixture = fitted(picked, { lab, weight, which }, mixture.length);
  }
  return mixture;
}
