import type { RasterImage } from "./raster.ts";

/** A direction among colours along which a picture's pixels differ, by `deviation` levels (standard deviation); `along` has length 1. */
export interface ColourDirection {
  readonly along: readonly [number, number, number];
  readonly deviation: number;
}

/** What a picture's colours lie around, and the three directions they do not go together in, the most varied first. */
export interface PrincipalColours {
  readonly mean: readonly [number, number, number];
  readonly directions: readonly ColourDirection[];
}

const PAIRS = [
  [0, 1],
  [0, 2],
  [1, 2],
] as const;
/** Rounds of rotations; three settle a matrix of this size. */
const ROUNDS = 6;

/** Principal components of the picture's colours whatever their alpha, of every `step`th pixel. */
export function principalColours({ data }: RasterImage, step = 3): PrincipalColours {
  const sums = [0, 0, 0] as [number, number, number];
  const spread = [0, 1, 2].map(() => new Float64Array(3));
  const count = Math.ceil(data.length / (4 * step));
  for (let i = 0; i < data.length; i += 4 * step) {
    for (let a = 0; a < 3; a++) {
      sums[a]! += data[i + a]!;
      for (let b = 0; b <= a; b++) spread[a]![b]! += data[i + a]! * data[i + b]!;
    }
  }
  const mean = sums.map((sum) => sum / count) as [number, number, number];
  for (let a = 0; a < 3; a++) for (let b = 0; b <= a; b++) spread[b]![a] = spread[a]![b] = spread[a]![b]! / count - mean[a]! * mean[b]!;
  return { mean, directions: directionsOf(spread) };
}

/** Eigenvectors of a symmetric matrix (Jacobi 1846), the greatest eigenvalue first. Leaves the matrix diagonal. */
function directionsOf(matrix: readonly Float64Array[]): readonly ColourDirection[] {
  const vectors = [0, 1, 2].map((i) => Float64Array.from([0, 1, 2], (j) => Number(i === j)));
  for (let round = 0; round < ROUNDS; round++) for (const pair of PAIRS) rotate(matrix, vectors, pair);
  return [0, 1, 2]
    .sort((a, b) => matrix[b]![b]! - matrix[a]![a]!)
    .map((k) => ({ along: [vectors[0]![k]!, vectors[1]![k]!, vectors[2]![k]!], deviation: Math.sqrt(Math.max(0, matrix[k]![k]!)) }));
}

/** Turns rows and columns `p` and `q` so that what they have in common is 0. */
function rotate(matrix: readonly Float64Array[], vectors: readonly Float64Array[], [p, q]: readonly [number, number]): void {
  const common = matrix[p]![q]!;
  if (Math.abs(common) < 1e-9) return;
  const half = (matrix[q]![q]! - matrix[p]![p]!) / (2 * common);
  const tan = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(half, 1));
  const cos = 1 / Math.hypot(tan, 1);
  const sin = tan * cos;
  const turn = (rows: readonly Float64Array[]): void => {
    for (const row of rows) {
      const [a, b] = [row[p]!, row[q]!];
      row[p] = cos * a - sin * b;
      row[q] = sin * a + cos * b;
    }
  };
  turn(matrix);
  const [upper, lower] = [matrix[p]!, matrix[q]!];
  for (let k = 0; k < 3; k++) {
    const [a, b] = [upper[k]!, lower[k]!];
    upper[k] = cos * a - sin * b;
    lower[k] = sin * a + cos * b;
  }
  turn(vectors);
}
