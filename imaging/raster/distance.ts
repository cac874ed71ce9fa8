import type { Mask } from "./raster.ts";

/** Stands for "no such pixel": larger than any squared distance inside a picture, small enough that sums stay finite in float64. */
const FAR = 1e12;

interface Scratch {
  readonly f: Float64Array;
  readonly hull: Int32Array;
  readonly bounds: Float64Array;
}

/** Whether targets are the set pixels or the unset ones. */
interface Sought extends Mask {
  readonly set: boolean;
}

/** Steps to the nearest target in the same column, by one sweep down and one up. */
function columnSteps({ width, height, data, set }: Sought): Float64Array {
  const steps = new Float64Array(width * height);
  for (let i = 0; i < steps.length; i++) steps[i] = (data[i] !== 0) === set ? 0 : i < width ? FAR : steps[i - width] + 1;
  for (let i = steps.length - width - 1; i >= 0; i--) steps[i] = Math.min(steps[i], steps[i + width] + 1);
  return steps;
}

/** One row: nothing beyond a target is nearer than it, so each stretch between targets is looked at by itself. */
function spreadRow(steps: Float64Array, out: Float32Array, scratch: Scratch): void {
  const { f } = scratch;
  for (let q = 0; q < steps.length; q++) f[q] = Math.min(steps[q] * steps[q], FAR);
  for (let from = 0; from < steps.length; ) {
    let to = from;
    while (to < steps.length && f[to] !== 0) to++;
    if (to > from) spreadStretch(out, { from: Math.max(0, from - 1), to: Math.min(steps.length, to + 1) }, scratch);
    from = to + 1;
  }
}

/** Lower envelope of the parabolas `f[q] + (x - q)²` of a stretch (Felzenszwalb & Huttenlocher 2012), written as its root. */
function spreadStretch(
  out: Float32Array,
  { from, to }: { readonly from: number; readonly to: number },
  { f, hull, bounds }: Scratch,
): void {
  let k = 0;
  hull[0] = from;
  bounds[0] = -Infinity;
  bounds[1] = Infinity;
  for (let q = from + 1; q < to; q++) {
    let s = crossing(f, q, hull[k]);
    while (s <= bounds[k]) s = crossing(f, q, hull[--k]);
    hull[++k] = q;
    bounds[k] = s;
    bounds[k + 1] = Infinity;
  }
  k = 0;
  for (let q = from; q < to; q++) {
    while (bounds[k + 1] < q) k++;
    const off = q - hull[k];
    out[q] = Math.sqrt(off * off + f[hull[k]]);
  }
}

const crossing = (f: Float64Array, q: number, v: number): number => (f[q] + q * q - (f[v] + v * v)) / (2 * q - 2 * v);

function hasTarget({ data, set }: Sought): boolean {
  for (let i = 0; i < data.length; i++) if ((data[i] !== 0) === set) return true;
  return false;
}

function distanceWhere(sought: Sought): Float32Array {
  const { width, height } = sought;
  const out = new Float32Array(width * height);
  if (!hasTarget(sought)) return out.fill(Infinity);
  const steps = columnSteps(sought);
  const scratch = { f: new Float64Array(width), hull: new Int32Array(width), bounds: new Float64Array(width + 1) };
  for (let y = 0; y < height; y++) {
    spreadRow(steps.subarray(y * width, (y + 1) * width), out.subarray(y * width, (y + 1) * width), scratch);
  }
  return out;
}

/** Exact Euclidean distance `[H, W]` in pixels from every pixel centre to the nearest set (non-zero) one; 0 on the mask, Infinity where nothing is set. O(pixels). */
export function distanceToMask(mask: Mask): Float32Array {
  return distanceWhere({ ...mask, set: true });
}

/** Distance `[H, W]` from every set pixel to the nearest unset one; 0 outside the mask. The picture's border does not count as unset. */
export function distanceInsideMask(mask: Mask): Float32Array {
  return distanceWhere({ ...mask, set: false });
}
