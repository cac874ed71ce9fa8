import { distanceToMask } from "../../raster/distance.ts";
import { createMask, type FloatImage, type Mask } from "../../raster/raster.ts";
import { median } from "../../raster/statistics.ts";
import { worstChannel } from "../../raster/worst-channel.ts";

/** Colour that compression halves in size bleeds, and its blocks ring, hardly further, pixels. */
const MOST = 5;
/** Distances, pixels, at which the ground's own steps are looked at. */
const CLEAR = { from: 7, to: 11 } as const;
/** Steps outward by more than this are traces: times the ground's own, and levels 0–255. */
const USUAL = { times: 1.6, more: 2 } as const;
/** Traces fade: steps that grow outward by so much are those of an edge around the letters, as of a tight label. */
const FADING = 1.3;
/** What stands off the ground further out by more than this is another thing the letters nearly touch: times what is usual so far from them, and levels 0–255. */
const STRANGER = { times: 2.5, more: 24 } as const;
/** Whole distances reach half a pixel further. */
const HALF = 0.5;
/** Pixels of a distance from which their middle says something. */
const ENOUGH = 12;

const around = (i: number, width: number): readonly number[] => [
  i - width - 1,
  i - width,
  i - width + 1,
  i - 1,
  i + 1,
  i + width - 1,
  i + width,
  i + width + 1,
];

/** The neighbour that lies furthest from the ink, where one lies further. */
function outward(distance: Float32Array, i: number, width: number): number | undefined {
  let best = i;
  for (const j of around(i, width)) {
    if (distance[j] > distance[best]) best = j;
  }
  return best === i ? undefined : best;
}

/** Steps of colour, worst channel, from a pixel to the next one outward, by whole distance from the ink. */
function stepsByDistance({ width, height, data }: FloatImage, distance: Float32Array, foreign: Mask): readonly number[][] {
  const bands: number[][] = Array.from({ length: CLEAR.to + 1 }, () => []);
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < y * width + width - 1; i++) {
      const k = Math.round(distance[i]);
      if (k === 0 || k > CLEAR.to || foreign.data[i] !== 0) continue;
      const j = outward(distance, i, width);
      if (j === undefined || foreign.data[j] !== 0) continue;
      bands[k].push(worstChannel(data, data, { i, j }));
    }
  }
  return bands;
}

interface Surroundings {
  readonly ink: Mask;
  readonly foreign: Mask;
}

/** How far the colour bleeds, whole pixels, and by how much neighbours that far out differ at most on the ground itself. */
function reachOf(bands: readonly number[][]): { readonly reach: number; readonly limit: number } {
  const own = bands.slice(CLEAR.from).flat();
  if (own.length < ENOUGH) return { reach: 0, limit: 0 };
  const limit = USUAL.times * median(own) + USUAL.more;
  let [reach, last] = [0, Number.POSITIVE_INFINITY];
  while (reach < MOST && bands[reach + 1].length >= ENOUGH) {
    const step = median(bands[reach + 1]);
    if (step <= limit || step > FADING * last) break;
    [reach, last] = [reach + 1, step];
  }
  return { reach, limit };
}

/** How a pixel's colour differs, worst channel, from the first ground outward that is clear of traces; `undefined` between letters, where there is none. */
function offClearGround(
  { width, data }: FloatImage,
  distance: Float32Array,
  at: { readonly i: number; readonly clear: number },
): number | undefined {
  let [j, next]: [number, number | undefined] = [at.i, at.i];
  while (next !== undefined && distance[j] < at.clear) {
    next = outward(distance, j, width);
    j = next ?? j;
  }
  return next === undefined ? undefined : worstChannel(data, data, { i: at.i, j });
}

/** Pixels that may be discoloured, the nearest to the ink first, with how they differ from clear ground; infinitely where there is none. */
function near(
  image: FloatImage,
  distance: Float32Array,
  at: { readonly foreign: Mask; readonly reach: number },
): ReadonlyMap<number, number> {
  const { width, height } = image;
  const found: number[] = [];
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < y * width + width - 1; i++) {
      if (distance[i] > 0 && distance[i] <= at.reach + HALF && at.foreign.data[i] === 0) found.push(i);
    }
  }
  found.sort((i, j) => distance[i] - distance[j]);
  return new Map(found.map((i) => [i, offClearGround(image, distance, { i, clear: at.reach + 1 }) ?? Number.POSITIVE_INFINITY]));
}

/** How far off clear ground what bleeds usually is, by whole distance from the ink. */
function usualOff(off: ReadonlyMap<number, number>, distance: Float32Array): readonly number[] {
  const bands: number[][] = Array.from({ length: MOST + 1 }, () => []);
  for (const [i, by] of off) if (by !== Number.POSITIVE_INFINITY) bands[Math.round(distance[i])].push(by);
  return bands.map(median);
}

/**
 * 255 = ground around the ink that it has discoloured by bleeding and by ringing of compression, at most 5 pixels far. How far is told from how colour steps
 * outward there and further out, so that it needs no model of the ground: an edge that passes by is a minority at every distance. Traces go on from the ink
 * and fade: what differs far more than is usual, or grows stronger outward, is another thing that the letters nearly touch, as a pill's rim, and is left
 * alone. ~8 ms on a 600×120 region.
 */
export function bledGround(image: FloatImage, { ink, foreign }: Surroundings): Mask {
  const { width } = ink;
  const distance = distanceToMask(ink);
  const { reach, limit } = reachOf(stepsByDistance(image, distance, foreign));
  const off = near(image, distance, { foreign, reach });
  const usual = usualOff(off, distance);
  const bled = createMask(width, ink.height);
  const fades = (j: number, i: number): boolean =>
    off.get(i) === Number.POSITIVE_INFINITY || (off.get(j) ?? 0) + limit >= (off.get(i) ?? 0);
  const leadsTo = (j: number, i: number): boolean =>
    distance[j] < distance[i] && (distance[j] === 0 || (bled.data[j] !== 0 && fades(j, i)));
  for (const [i, by] of off) {
    const isThing = by !== Number.POSITIVE_INFINITY && by > STRANGER.times * usual[Math.round(distance[i])] + STRANGER.more;
    if (by <= limit || isThing) continue;
    if (around(i, width).some((j) => leadsTo(j, i))) bled.data[i] = 255;
  }
  return bled;
}
