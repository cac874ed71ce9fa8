import type { Plane } from "../../raster/raster.ts";

/** Area-average reduction by `scale` ≤ 1 into `ceil(size × scale)`. */
export function shrinkPlane(plane: Plane, scale: number): Plane {
  if (scale >= 1) return plane;
  const width = Math.ceil(plane.width * scale);
  const height = Math.ceil(plane.height * scale);
  const rows = shrinkRows(plane, width, 1 / scale);
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = y / scale;
    const to = Math.min(plane.height, (y + 1) / scale);
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = Math.floor(from); j < to; j++) sum += rows[j * width + x] * (Math.min(j + 1, to) - Math.max(j, from));
      data[y * width + x] = to > from ? sum * scale : 0;
    }
  }
  return { width, height, data };
}

function shrinkRows(plane: Plane, width: number, step: number): Float32Array {
  const out = new Float32Array(width * plane.height);
  for (let x = 0; x < width; x++) {
    const from = x * step;
    const to = Math.min(plane.width, (x + 1) * step);
    for (let i = Math.floor(from); i < to; i++) {
      const share = (Math.min(i + 1, to) - Math.max(i, from)) / step;
      for (let y = 0; y < plane.height; y++) out[y * width + x] += plane.data[y * plane.width + i] * share;
    }
  }
  return out;
}

/** Overlap of two soft shapes, Σmin / Σmax: 1 = the same, 0 = apart. */
export function softIou({ data: a }: Plane, { data: b }: Plane): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.length; i++) {
    const p = a[i];
    const q = b[i];
    both += Math.min(p, q);
    either += Math.max(p, q);
  }
  return either === 0 ? 0 : both / either;
}

export function squaredError({ data: a }: Plane, { data: b }: Plane): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return sum;
}

/** Amount of ink, whole pixels. */
export function inkOf({ data }: Plane): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) sum += data[i];
  return sum;
}

/** Extent of a soft shape along and across a line's axes: the outermost positions between which nearly all ink lies. */
export interface InkExtent {
  readonly u0: number;
  readonly u1: number;
  readonly v0: number;
  readonly v1: number;
}

/** Most pixels that are a speck: a long line's only descender is more. */
const MOST_TRIMMED = 6;

/** `trim`: share of the ink that may lie beyond each end, so that a stray speck does not set the size. */
export function inkExtent(fill: Plane, axes: { readonly u: Float32Array; readonly v: Float32Array }, trim = 0.002): InkExtent | undefined {
  const us: number[] = [];
  const vs: number[] = [];
  for (let i = 0; i < fill.data.length; i++) {
    if (fill.data[i] < 0.5) continue;
    us.push(axes.u[i]);
    vs.push(axes.v[i]);
  }
  if (us.length < 8) return undefined;
  const [alongs, acrosses] = [Float32Array.from(us).sort(), Float32Array.from(vs).sort()];
  const last = us.length - 1;
  const lo = Math.floor(Math.min(MOST_TRIMMED, last * trim));
  const hi = last - lo;
  return { u0: alongs[lo] - 0.5, u1: alongs[hi] + 0.5, v0: acrosses[lo] - 0.5, v1: acrosses[hi] + 0.5 };
}

/** Bins of a histogram of changes per pixel, and the square of twice the least change that is an edge's. */
const SLOPE_BINS = 4096;
const LEAST_SLOPE = (2 * 0.06) ** 2;

/** Upper quantile of the change per pixel across a shape's edges, 0–½: ½ for a hard edge, less the softer it is. */
export function edgeSteepness({ width, height, data }: Plane): number {
  const bins = new Uint32Array(SLOPE_BINS + 1);
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const gx = data[i + 1] - data[i - 1];
      const gy = data[i + width] - data[i - width];
      const squared = gx * gx + gy * gy;
      if (squared <= LEAST_SLOPE) continue;
      count++;
      bins[Math.round((Math.sqrt(squared) / 2) * SLOPE_BINS)]++;
    }
  }
  if (count === 0) return 0;
  const rank = Math.floor(count * 0.8);
  let [bin, passed] = [0, bins[0]];
  while (passed <= rank) passed += bins[++bin];
  return bin / SLOPE_BINS;
}

/** The part of a plane around its ink, `margin` pixels more on every side, and where it lies; the plane itself where there is no ink. */
export function cropToInk(plane: Plane, margin: number): { readonly x: number; readonly y: number; readonly plane: Plane } {
  let [x0, y0, x1, y1] = [plane.width, plane.height, -1, -1];
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      if (plane.data[y * plane.width + x] < 0.08) continue;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = y;
    }
  }
  if (y1 < 0) return { x: 0, y: 0, plane };
  const x = Math.max(0, Math.floor(x0 - margin));
  const y = Math.max(0, Math.floor(y0 - margin));
  const width = Math.min(plane.width, Math.ceil(x1 + 1 + margin)) - x;
  const height = Math.min(plane.height, Math.ceil(y1 + 1 + margin)) - y;
  const data = new Float32Array(width * height);
  for (let j = 0; j < height; j++) data.set(plane.data.subarray((y + j) * plane.width + x, (y + j) * plane.width + x + width), j * width);
  return { x, y, plane: { width, height, data } };
}
