import type { Mask } from "./raster.ts";

/** Stands for "no such pixel": larger than any squared distance inside a picture, small enough that sums stay finite in float64. */
const FAR = 1e12;

interface Scratch {
  readonly f: Float64Array;
  readonly hull: Int32Array;
  readonly bounds: Float64Array;
}

/** Lower envelope of the parabolas `f[q] + (x - q)²` (Felzenszwalb & Huttenlocher 2012), written back into `grid`. */
function transformLine(grid: Float64Array, line: { start: number; step: number; length: number }, { f, hull, bounds }: Scratch): void {
  const { start, step, length } = line;
  for (let i = 0; i < length; i++) f[i] = grid[start + i * step];
  let k = 0;
  hull[0] = 0;
  bounds[0] = -Infinity;
  bounds[1] = Infinity;
  for (let q = 1; q < length; q++) {
    let s = crossing(f, q, hull[k]);
    while (s <= bounds[k]) s = crossing(f, q, hull[--k]);
    hull[++k] = q;
    bounds[k] = s;
    bounds[k + 1] = Infinity;
  }
  k = 0;
  for (let q = 0; q < length; q++) {
    while (bounds[k + 1] < q) k++;
    grid[start + q * step] = (q - hull[k]) ** 2 + f[hull[k]];
  }
}

const crossing = (f: Float64Array, q: number, v: number): number => (f[q] + q * q - (f[v] + v * v)) / (2 * q - 2 * v);

function distanceWhere(mask: Mask, isTarget: (value: number) => boolean): Float32Array {
  const { width, height, data } = mask;
  const grid = Float64Array.from(data, (v) => (isTarget(v) ? 0 : FAR));
  const n = Math.max(width, height) + 1;
  const scratch = { f: new Float64Array(n), hull: new Int32Array(n), bounds: new Float64Array(n + 1) };
  for (let x = 0; x < width; x++) transformLine(grid, { start: x, step: width, length: height }, scratch);
  for (let y = 0; y < height; y++) transformLine(grid, { start: y * width, step: 1, length: width }, scratch);
  return Float32Array.from(grid, (d) => (d >= FAR / 2 ? Infinity : Math.sqrt(d)));
}

/** Exact Euclidean distance `[H, W]` in pixels from every pixel centre to the nearest set (non-zero) one; 0 on the mask, Infinity where nothing is set. O(pixels). */
export function distanceToMask(mask: Mask): Float32Array {
  return distanceWhere(mask, (v) => v !== 0);
}

/** Distance `[H, W]` from every set pixel to the nearest unset one; 0 outside the mask. The picture's border does not count as unset. */
export function distanceInsideMask(mask: Mask): Float32Array {
  return distanceWhere(mask, (v) => v === 0);
}
