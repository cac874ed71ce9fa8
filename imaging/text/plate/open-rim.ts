import { labelComponents } from "../../raster/components.ts";
import { quantile } from "../../raster/statistics.ts";

/** Steps, 0–255, from which a rim pixel shows another ground than the one beyond it: at least, and in usual differences of the ground. */
const JUMP = { least: 16, usual: 4 } as const;
/** A strip along an edge is at least so long, in guards and pixels more; where an edge only crosses the rim, its ground is shown beyond. */
const LONG = { guards: 2, more: 4 } as const;
/** Distance per channel, 0–255, at which two pixels are of one ground: nearer than ringing and half-covered pixels come. */
const ALIKE = 7;
/** Pixels around looked through for that ground, and how many of it there must be. */
const REACH = 44;
const SEEN = 10;

/** What of a ground the rim is told from; maps and pixels as in `Ground`. */
interface Rim {
  readonly width: number;
  readonly height: number;
  /** `[H, W, 3]`, 0–255. */
  readonly pixels: Float32Array;
  readonly unknown: Uint8Array;
  /** Pixels to the hole. */
  readonly distance: Float32Array;
  /** 1 = background beyond the guard. */
  readonly learn: Uint8Array;
  /** Width of the rim, pixels. */
  readonly guard: number;
}

const apart = (pixels: Float32Array, i: number, j: number): number =>
  Math.max(
    Math.abs(pixels[i * 3] - pixels[j * 3]),
    Math.abs(pixels[i * 3 + 1] - pixels[j * 3 + 1]),
    Math.abs(pixels[i * 3 + 2] - pixels[j * 3 + 2]),
  );

/** How much learnable pixels a guard's width apart usually differ. */
function usualStep({ width, height, pixels, learn, guard }: Rim): number {
  const steps: number[] = [];
  for (let y = 0; y < height; y += 3) {
    for (let x = 0; x < width - guard; x += 3) {
      const i = y * width + x;
      if (learn[i] && learn[i + guard]) steps.push(Math.fround(apart(pixels, i, i + guard)));
    }
  }
  return quantile(steps, 0.75);
}

/** Of every rim pixel the learnable one it is reached from. −1 where there is none. */
function beyond({ width, height, unknown, learn, distance, guard }: Rim): Int32Array {
  const from = new Int32Array(width * height).fill(-1);
  const queue: number[] = [];
  for (let i = 0; i < from.length; i++) {
    if (!learn[i] || distance[i] > guard + 2) continue;
    from[i] = i;
    queue.push(i);
  }
  const reach = (j: number, source: number): void => {
    if (from[j] >= 0 || unknown[j] || distance[j] > guard) return;
    from[j] = source;
    queue.push(j);
  };
  for (let k = 0; k < queue.length; k++) {
    const i = queue[k];
    const x = i % width;
    if (x > 0) reach(i - 1, from[i]);
    if (x < width - 1) reach(i + 1, from[i]);
    if (i >= width) reach(i - width, from[i]);
    if (i < from.length - width) reach(i + width, from[i]);
  }
  return from;
}

/** Whether a ground like this pixel's is seen among the learnable pixels around it. */
function isKnownGround({ width, height, pixels, learn }: Rim, i: number): boolean {
  const [cx, cy] = [i % width, Math.floor(i / width)];
  let seen = 0;
  for (let y = Math.max(0, cy - REACH); y <= Math.min(height - 1, cy + REACH); y += 2) {
    for (let x = Math.max(0, cx - REACH); x <= Math.min(width - 1, cx + REACH); x += 2) {
      const j = y * width + x;
      if (learn[j] && apart(pixels, i, j) <= ALIKE && ++seen >= SEEN) return true;
    }
  }
  return false;
}

/** Whether its surroundings in the rim are of one ground with it, as a pixel half covered by a letter is not. */
function isEven({ width, height, pixels, unknown }: Rim, i: number): boolean {
  const [x, y] = [i % width, Math.floor(i / width)];
  let like = 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const j = i + dy * width + dx;
      if (j === i || x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height) continue;
      if (!unknown[j] && apart(pixels, i, j) <= ALIKE) like++;
    }
  }
  return like >= 2;
}

/**
 * Where letters nearly touch a panel's edge, the strip between them lies within the guard, and what may be learnt there is the ground beyond the
 * edge only. This opens the guard to pixels of such a strip: they differ from the ground beyond, agree with a ground that is seen elsewhere near,
 * and with their neighbours, which half-covered pixels and ringing do not. A new map; 1 = background that may be learnt from.
 */
export function openRim(rim: Rim): Uint8Array {
  const { learn, unknown, distance, guard, pixels } = rim;
  const jump = Math.max(JUMP.least, JUMP.usual * usualStep(rim));
  const from = beyond(rim);
  const other = new Uint8Array(learn.length);
  for (let i = 0; i < other.length; i++) {
    if (learn[i] || unknown[i] || distance[i] > guard || from[i] < 0) continue;
    if (apart(pixels, i, from[i]) >= jump && isEven(rim, i) && isKnownGround(rim, i)) other[i] = 255;
  }
  const { labels, components } = labelComponents({ width: rim.width, height: rim.height, data: other });
  const isStrip = components.map((part) => Math.max(part.width, part.height) >= LONG.guards * guard + LONG.more);
  return learn.map((l, i) => (l || (other[i] && isStrip[labels[i] - 1]) ? 1 : 0));
}
