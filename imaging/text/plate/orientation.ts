import { blurPlane } from "../../raster/blur.ts";
import type { Ground } from "./ground.ts";
import { weightedBlur } from "./smooth-fill.ts";

/** How far an edge's direction is felt, σ in pixels. */
const SIGMA = 2.2;
/** Gradient energy, (0–255 a pixel)², at which an edge counts half. */
const HALF_STRENGTH = 60;
const BINS = 180;
const MOST_DOMINANT = 8;

/** The direction edges and stripes run in, per pixel of learnable background. */
export interface Orientation {
  /** `[H, W]` unit vector along the edge; meaningless where strength is 0. */
  readonly alongX: Float32Array;
  readonly alongY: Float32Array;
  /** `[H, W]` 0–1: how clear and how strong the one direction is. */
  readonly strength: Float32Array;
  /** Angles in radians, 0–π, most present first: the exact directions of the long edges. */
  readonly dominant: readonly number[];
}

/** Smoothed products of the gradient, summed over channels: xx, yy, xy. Only steps between learnable pixels count. */
function tensor({ width, height, learn, pixels }: Ground): readonly [Float32Array, Float32Array, Float32Array] {
  const parts = [0, 1, 2].map(() => new Float32Array(width * height));
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < y * width + width - 1; at++) {
      if (!(learn[at] && learn[at - 1] && learn[at + 1] && learn[at - width] && learn[at + width])) continue;
      for (let c = 0; c < 3; c++) {
        const gx = (pixels[(at + 1) * 3 + c] - pixels[(at - 1) * 3 + c]) / 2;
        const gy = (pixels[(at + width) * 3 + c] - pixels[(at - width) * 3 + c]) / 2;
        parts[0][at] += gx * gx;
        parts[1][at] += gy * gy;
        parts[2][at] += gx * gy;
      }
    }
  }
  const [xx, yy, xy] = parts.map((data) => blurPlane({ width, height, data }, SIGMA).data);
  return [xx, yy, xy];
}

/** Peaks of the strength-weighted histogram of angles, each refined to the weighted mean of its bins. */
function dominantAngles(angles: Float32Array, weights: Float32Array): number[] {
  const mass = new Float64Array(BINS);
  const moment = new Float64Array(BINS);
  angles.forEach((angle, i) => {
    if (weights[i] < 0.2) return;
    const bin = Math.min(BINS - 1, Math.floor((angle / Math.PI) * BINS));
    mass[bin] += weights[i];
    moment[bin] += weights[i] * ((angle / Math.PI) * BINS - bin - 0.5);
  });
  const at = (array: Float64Array, i: number) => array[(i + BINS) % BINS];
  const around = (i: number) => at(mass, i - 1) + at(mass, i) + at(mass, i + 1);
  const peaks = Array.from(mass.keys()).filter((i) => mass[i] > 4 && mass[i] >= at(mass, i - 1) && mass[i] > at(mass, i + 1));
  return peaks
    .sort((a, b) => around(b) - around(a))
    .slice(0, MOST_DOMINANT)
    .map((i) => {
      const offset = [-1, 0, 1].reduce((sum, k) => sum + at(moment, i + k) + k * at(mass, i + k), 0) / around(i);
      return (((i + 0.5 + offset) / BINS) * Math.PI + Math.PI) % Math.PI;
    });
}

/** Directions of the edges in the ground, from its structure tensor. */
export function orientationOf(ground: Ground): Orientation {
  const [xx, yy, xy] = tensor(ground);
  const n = xx.length;
  const [alongX, alongY, strength, angles] = [new Float32Array(n), new Float32Array(n), new Float32Array(n), new Float32Array(n)];
  for (let i = 0; i < n; i++) {
    const spread = Math.hypot(xx[i] - yy[i], 2 * xy[i]);
    const total = xx[i] + yy[i];
    if (total < 1) continue;
    const angle = (Math.atan2(2 * xy[i], xx[i] - yy[i]) / 2 + Math.PI / 2 + Math.PI) % Math.PI;
    alongX[i] = Math.cos(angle);
    alongY[i] = Math.sin(angle);
    angles[i] = angle;
    strength[i] = (spread / total) ** 2 * (total / (total + HALF_STRENGTH));
  }
  return { alongX, alongY, strength, dominant: dominantAngles(angles, strength) };
}

/** The ground's own detail is seen once what is finer than this Gaussian σ, pixels, is blurred away. */
const COARSE = 2;
/** What is further from the hole, pixels, says little of the ground behind it. */
const NEAR = 48;
/** A pixel along the grain counts at least so much of one across it; and what so little differs, (0–255 a pixel)², differs in no direction. */
const LEAST = 0.03;
const NOTHING = 0.01;

/** How a ground changes from pixel to pixel. */
export interface Grain {
  /** How much along its grain, against across it: 1 where it has none, a fraction along the years of wood. */
  readonly along: number;
  /** The same in any direction, an angle in radians: what lies far away along the grain is nearer kin than what lies close across it. */
  readonly at: (angle: number) => number;
}

/** The grain of a ground near the hole, from its structure tensor. */
export function grainOf(ground: Ground): Grain {
  const { width, height, distance, learn, pixels } = ground;
  const smooth = weightedBlur(pixels, learn, { width, height, sigma: COARSE });
  const near = learn.map((l, i) => (l && distance[i] <= NEAR ? 1 : 0));
  const [xx, yy, xy] = tensor({ ...ground, learn: near, pixels: smooth }).map((part) => part.reduce((a, b) => a + b, 0));
  const n = Math.max(
    1,
    near.reduce((a: number, b) => a + b, 0),
  );
  const [middle, spread] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  const most = middle + spread + n * NOTHING;
  const along = Math.max(LEAST, Math.sqrt((middle - spread + n * NOTHING) / most));
  const direction = Math.atan2(2 * xy, xx - yy) / 2 + Math.PI / 2;
  return { along, at: (angle) => Math.hypot(along * Math.cos(angle - direction), Math.sin(angle - direction)) };
}
