import { blurPlane } from "../../raster/blur.ts";
import { createPlane, type Plane } from "../../raster/raster.ts";

/** Columns at the edge from which its trend is learnt. */
const STRIP = 64;
/** Blur that parts the ground's tone from its grain, pixels. */
const GRAIN_SIGMA = 6;
/** How far a trend across the edge is followed before it levels out, pixels. */
const LEVELS_OUT = 48;

const mean = (plane: Plane, y: number, from: number, to: number): number => {
  let sum = 0;
  for (let x = from; x < to; x++) sum += plane.data[y * plane.width + x];
  return sum / (to - from);
};

/** Least-squares slope along the first `n` columns of a row, per pixel towards the inside. */
function slope(plane: Plane, y: number, n: number): number {
  const middle = (n - 1) / 2;
  let [top, bottom] = [0, 0];
  for (let x = 0; x < n; x++) {
    top += (x - middle) * plane.data[y * plane.width + x];
    bottom += (x - middle) ** 2;
  }
  return bottom === 0 ? 0 : top / bottom;
}

/** Gaussian mean along a line of values; its ends repeat. */
function smoothed(values: readonly number[], sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  const [weights, last] = [new Float64Array(reach + 1), values.length - 1];
  for (let k = 0; k <= reach; k++) weights[k] = Math.exp(-0.5 * (k / sigma) ** 2);
  const total = 2 * weights.reduce((sum, w) => sum + w, 0) - weights[0];
  return Float32Array.from(values, (own, i) => {
    let sum = own * weights[0];
    for (let k = 1; k <= reach; k++) sum += weights[k] * (values[Math.max(0, i - k)] + values[Math.min(last, i + k)]);
    return sum / total;
  });
}

/** The first `n` columns. */
function firstColumns(plane: Plane, n: number): Plane {
  if (n >= plane.width) return plane;
  const out = createPlane(n, plane.height);
  for (let y = 0; y < plane.height; y++) out.data.set(plane.data.subarray(y * plane.width, y * plane.width + n), y * n);
  return out;
}

/** Column of the strip that lies as far inside as `s` lies outside, back and forth. */
function mirrored(s: number, n: number): number {
  const period = Math.max(1, 2 * (n - 1));
  const at = s % period;
  return at < n ? at : period - at;
}

/** Values a median is taken of, at most: more change nothing that shows. */
const SAMPLES = 8000;

function medianOf(values: Float32Array): number {
  const stride = Math.max(1, Math.floor(values.length / SAMPLES));
  const some = new Float32Array(Math.floor(values.length / stride));
  for (let k = 0; k < some.length; k++) some[k] = values[k * stride];
  return some.sort()[some.length >> 1] ?? 0;
}

/** Grain without structure: where deviations are larger than usual something is drawn, which would come back mirrored. */
function grainOf(plane: Plane, tone: Plane, n: number): Float32Array {
  const grain = createPlane(n, plane.height);
  for (let y = 0; y < plane.height; y++)
    for (let x = 0; x < n; x++) grain.data[y * n + x] = plane.data[y * plane.width + x] - tone.data[y * plane.width + x];
  const size = { ...grain, data: grain.data.map(Math.abs) };
  const [usual, local] = [medianOf(size.data), blurPlane(size, 5).data];
  return grain.data.map((v, i) => {
    const left = Math.min(1, (1.6 * usual) / Math.max(1e-6, local[i]));
    return v * left * left * left;
  });
}

/** Slopes without the rows at which something stands at the edge. */
function calm(slopes: readonly number[]): number[] {
  const values = Float32Array.from(slopes);
  const middle = medianOf(values);
  const most = 2 * medianOf(values.map((v) => Math.abs(v - middle)));
  return slopes.map((v) => Math.max(middle - most, Math.min(middle + most, v)));
}

/** Outermost columns that make an edge plain by themselves, whatever stands further in, and how even they must be, RMS 0–255. */
const [OUTERMOST, EVEN] = [24, 1];

/** Whether the columns next to the edge are one even or slowly changing ground. */
function isEven(plane: Plane): boolean {
  const n = Math.min(OUTERMOST, plane.width >> 2);
  if (n < 6) return false;
  const tone = blurPlane(firstColumns(plane, n + 9), 3);
  const rows = Array.from({ length: plane.height }, (_, y) => mean(tone, y, 0, n));
  const smooth = smoothed(rows, Math.max(8, plane.height / 24));
  let [across, along] = [0, 0];
  for (let y = 0; y < plane.height; y++) {
    along += (rows[y] - smooth[y]) ** 2;
    for (let x = 0; x < n; x++) across += (tone.data[y * tone.width + x] - rows[y]) ** 2 / n;
  }
  return Math.sqrt(Math.max(across, along) / plane.height) < EVEN;
}

/**
 * Continues one channel beyond its left edge by `count` columns: tone follows the trend across the edge and levels out, unrest along the edge
 * fades with distance, grain is the strip's own, mirrored. Values 0–255. Returns the `count` columns, leftmost first.
 */
export function continueEdge(given: Plane, count: number): Plane {
  const plane = firstColumns(given, STRIP + 3 * GRAIN_SIGMA);
  const { width, height } = plane;
  const n = Math.min(STRIP, width);
  const tone = blurPlane(plane, GRAIN_SIGMA);
  const rows = Array.from({ length: height }, (_, y) => y);
  const edge = rows.map((y) => mean(tone, y, 0, Math.min(3, n)));
  const smooth = smoothed(edge, Math.max(8, height / 24));
  const trend = smoothed(calm(rows.map((y) => slope(tone, y, n))), Math.max(16, height / 12));
  const grain = grainOf(plane, tone, n);
  const out = createPlane(count, height);
  const fading = Float64Array.from({ length: count + 1 }, (_, s) => Math.exp(-s / LEVELS_OUT));
  for (let y = 0; y < height; y++) {
    for (let s = 1; s <= count; s++) {
      const unrest = (edge[y] - smooth[y]) * fading[s];
      const level = smooth[y] - trend[y] * LEVELS_OUT * (1 - fading[s]);
      out.data[y * count + count - s] = level + unrest + grain[y * n + mirrored(s - 1, n)];
    }
  }
  return out;
}

/**
 * How far a continuation misses pixels that are known, RMS 0–255: the strip at the edge is foretold from what lies inside it. Nothing
 * where the edge itself is even: then what stands further in says nothing. Infinite where the picture is one pixel deep and nothing is known.
 */
export function missOf(plane: Plane, count: number): number {
  if (plane.width < 2) return Number.POSITIVE_INFINITY;
  if (isEven(plane)) return 0;
  const hidden = Math.max(1, Math.min(count, 48, Math.floor(plane.width / 3)));
  const inside = createPlane(plane.width - hidden, plane.height);
  for (let y = 0; y < plane.height; y++)
    inside.data.set(plane.data.subarray(y * plane.width + hidden, (y + 1) * plane.width), y * inside.width);
  const known = firstColumns(plane, hidden + 9);
  const [guess, truth] = [blurPlane(continueEdge(inside, hidden), 3), blurPlane(known, 3)];
  let sum = 0;
  for (let y = 0; y < plane.height; y++)
    for (let x = 0; x < hidden; x++) sum += (guess.data[y * hidden + x] - truth.data[y * known.width + x]) ** 2;
  return Math.sqrt(sum / (hidden * plane.height));
}
