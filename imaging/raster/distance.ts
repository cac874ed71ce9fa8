import type { Mask } from "./raster.ts";

/** Stands for "no such pixel": larger than any squared distance inside a picture, small enough that sums stay finite in float64. */
const FAR = 1e12;

interface Scratch {
  readonly f: Float64Array;
  readonly hull: Int32Array;
  readonly bounds: Float64Array;
}

/** Squared distance to the nearest target in the same column, by one sweep down and one up. */
function columnDistances({ width, height, data }: Mask, isTarget: (value: number) => boolean): Float64Array {
  const steps = new Float64Array(width * height);
  for (let i = 0; i < steps.length; i++) steps[i] = isTarget(data[i]) ? 0 : i < width ? FAR : steps[i - width] + 1;
  for (let i = steps.length - width - 1; i >= 0; i--) steps[i] = Math.min(steps[i], steps[i + width] + 1);
  for (let i = 0; i < steps.length; i++) steps[i] = Math.min(steps[i] * steps[i], FAR);
  return steps;
}

/** Lower envelope of the parabolas `f[q] + (x - q)²` of one row (Felzenszwalb & Huttenlocher 2012), written back as the root. */
function spreadRow(row: Float64Array, out: Float32Array, { f, hull, bounds }: Scratch): void {
  f.set(row);
  let k = 0;
  hull[0] = 0;
  bounds[0] = -Infinity;
  bounds[1] = Infinity;
  for (let q = 1; q < row.length; q++) {
    let s = crossing(f, q, hull[k]);
    while (s <= bounds[k]) s = crossing(f, q, hull[--k]);
    hull[++k] = q;
    bounds[k] = s;
    bounds[k + 1] = Infinity;
  }
  k = 0;
  for (let q = 0; q < row.length; q++) {
    while (bounds[k + 1] < q) k++;
    out[q] = Math.sqrt((q - hull[k]) ** 2 + f[hull[k]]);
  }
}

const crossing = (f: Float64Array, q: number, v: number): number => (f[q] + q * q - (f[v] + v * v)) / (2 * q - 2 * v);

function distanceWhere(mask: Mask, isTarget: (value: number) => boolean): Float32Array {
  const { width, height, data } = mask;
  const out = new Float32Array(width * height);
  if (!data.some(isTarget)) return out.fill(Infinity);
  const columns = columnDistances(mask, isTarget);
  const scratch = { f: new Float64Array(width), hull: new Int32Array(width), bounds: new Float64Array(width + 1) };
  for (let y = 0; y < height; y++) {
    spreadRow(columns.subarray(y * width, (y + 1) * width), out.subarray(y * width, (y + 1) * width), scratch);
  }
  return out;
}

/** Exact Euclidean distance `[H, W]` in pixels from every pixel centre to the nearest set (non-zero) one; 0 on the mask, Infinity where nothing is set. O(pixels). */
export function distanceToMask(mask: Mask): Float32Array {
  return distanceWhere(mask, (v) => v !== 0);
}

/** Distance `[H, W]` from every set pixel to the nearest unset one; 0 outside the mask. The picture's border does not count as unset. */
export function distanceInsideMask(mask: Mask): Float32Array {
  return distanceWhere(mask, (v) => v === 0);
}
