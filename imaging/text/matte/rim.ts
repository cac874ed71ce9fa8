import { dilate } from "../../raster/dilate.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask } from "../../raster/raster.ts";
import { median, quantile } from "../../raster/statistics.ts";

interface Surroundings {
  /** 255 = ink told so far. */
  readonly ink: Mask;
  readonly foreign: Mask;
  /** Difference from an even background, 0–255; without it traces cannot be told from what is around. */
  readonly off: Float32Array | undefined;
}

interface Reach {
  readonly least: number;
  readonly most: number;
  /** Spread of the background, 0–255. */
  readonly noise: number;
}

/** Differences from the background by whole distance from the ink. */
function bandsByDistance(distance: Float32Array, off: Float32Array, at: { foreign: Mask; most: number }): readonly number[][] {
  const bands: number[][] = Array.from({ length: Math.ceil(at.most) + 1 }, () => []);
  for (let i = 0; i < distance.length; i++) {
    const k = Math.round(distance[i]);
    if (distance[i] > 0 && k < bands.length && at.foreign.data[i] === 0) bands[k].push(off[i]);
  }
  return bands;
}

/** Of a band's pixels this share is further from the ground at one side of the letters, where a shadow falls. */
const ONE_SIDED = 0.8;
/** The same on a ground that scatters by so much, levels 0–255: there a disc of light behind a few letters stands off it as much as a shadow would. */
const MOST_AROUND = 0.6;
const UNEVEN = 7;
/** Traces fade: where a band stands off by no more than this above the furthest one, 0–255, it is the ground that is uneven. */
const FADED = 2.5;

/** Distance at which traces end, pixels: from there on the difference from the background no longer falls. */
function endOfTraces(bands: readonly number[][], noise: number): number {
  const share = noise > UNEVEN ? MOST_AROUND : ONE_SIDED;
  const strong = bands.map((band) => (band.length === 0 ? 0 : quantile(band, share)));
  const limit = strong[strong.length - 1] + Math.max(FADED, noise);
  let end = strong.length - 1;
  while (end > 0 && strong[end] <= limit) end--;
  return end + 1;
}

/** Grows the core through connected pixels that are not calm, yet no stranger than is usual so far from the ink. */
function grow(core: Uint8Array, isTrace: (i: number) => boolean, width: number): void {
  const front: number[] = [];
  for (let i = 0; i < core.length; i++) if (core[i] !== 0) front.push(i);
  for (let here = front.pop(); here !== undefined; here = front.pop()) {
    const x = here % width;
    for (const next of [x > 0 ? here - 1 : -1, x < width - 1 ? here + 1 : -1, here - width, here + width]) {
      if (next < 0 || next >= core.length || core[next] !== 0 || !isTrace(next)) continue;
      core[next] = 255;
      front.push(next);
    }
  }
}

/** Within this distance of the ink, pixels, its own antialiasing stands off the ground as strongly as other things do. */
const ANTIALIASED = 1.6;

/**
 * The ink with the traces around it: antialiasing, ringing of compression and sharpening, a soft shadow, a glow. All within
 * `least` pixels belongs to it; on an even ground it reaches on, `most` at the furthest, through connected pixels that stand
 * off it as others so far away do. What stands off far more is another thing and stays, as do foreign pixels.
 */
export function withTraces({ ink, foreign, off }: Surroundings, { least, most, noise }: Reach): Mask {
  const distance = distanceToMask(ink);
  const near = (i: number) => distance[i] <= least && foreign.data[i] === 0;
  if (!off) return maskWhere(ink, near);
  const bands = bandsByDistance(distance, off, { foreign, most });
  const usual = bands.map(median);
  const end = Math.max(least, Math.min(most, endOfTraces(bands, noise)));
  const isStranger = (i: number) => distance[i] > ANTIALIASED && off[i] > 2.5 * usual[Math.round(distance[i])] + 24;
  const restless = Math.max(4, 3 * noise);
  const isTrace = (i: number) => distance[i] <= end && foreign.data[i] === 0 && off[i] > restless && !isStranger(i);
  const core = maskWhere(ink, (i) => near(i) && !isStranger(i));
  grow(core.data, isTrace, ink.width);
  const out = dilate(core, 1);
  for (let i = 0; i < out.data.length; i++) if (foreign.data[i] !== 0 || (distance[i] <= most && isStranger(i))) out.data[i] = 0;
  return out;
}
