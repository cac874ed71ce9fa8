import { type Coordinate, coordinateOf, gradientCentre, neighboursOf } from "./coordinate.ts";
import type { Ground } from "./ground.ts";
import { orientationOf } from "./orientation.ts";

/** Known pixels that settings are judged on, and the width of their bins, pixels. */
const SAMPLES = 4000;
const SEARCH_BIN = 2;
/** Bins of the final profile, pixels. */
const BIN = 0.5;
/** Misses beyond this say nothing more, levels. */
const CEILING = 24;
/** Evenly spread directions, beside those edges run in. */
const DIRECTIONS = 12;
/** Starts that are refined. */
const REFINED = 3;
/** The search ends at steps this small, pixels at the ground's edge. */
const STEPS = { first: 12, last: 0.05 };
/** Half weight at this distance from the hole, pixels: what lies further need not go on behind the text. */
const HALF_WEIGHT = 30;
/** Tukey's constant over the scale of the misses. */
const TUKEY = 4.685 * 1.4826;

interface Samples {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Three channels each. */
  readonly colour: Float32Array;
  readonly weight: Float32Array;
}

function samplesOf({ width, learn, pixels, distance }: Ground, most: number): Samples {
  const known: number[] = [];
  for (let i = 0; i < learn.length; i++) if (learn[i]) known.push(i);
  // A stride that shares no factor with the width does not walk along columns.
  const stride = Math.max(1, Math.floor(known.length / most));
  const taken = known.filter((_, k) => k % stride === 0);
  const colour = new Float32Array(taken.length * 3);
  taken.forEach((i, k) => {
    colour.set(pixels.subarray(i * 3, i * 3 + 3), k * 3);
  });
  return {
    x: Float32Array.from(taken, (i) => i % width),
    y: Float32Array.from(taken, (i) => Math.floor(i / width)),
    colour,
    weight: Float32Array.from(taken, (i) => 1 / (1 + (distance[i] / HALF_WEIGHT) ** 2)),
  };
}

/** Mean squared miss, capped, of samples from their bin's mean; a bin of one sample proves nothing and counts as a miss of half the cap. */
function missAlong({ x, y, colour, weight }: Samples, coordinate: Coordinate): number {
  const at = coordinateOf(coordinate);
  const t = new Float32Array(x.length);
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < t.length; i++) {
    t[i] = at(x[i], y[i]);
    least = Math.min(least, t[i]);
    most = Math.max(most, t[i]);
  }
  const bins = Math.floor((most - least) / SEARCH_BIN) + 1;
  const [sums, mass, count] = [new Float32Array(bins * 3), new Float32Array(bins), new Uint16Array(bins)];
  for (let i = 0; i < t.length; i++) {
    const bin = Math.floor((t[i] - least) / SEARCH_BIN);
    mass[bin] += weight[i];
    count[bin]++;
    for (let c = 0; c < 3; c++) sums[bin * 3 + c] += weight[i] * colour[i * 3 + c];
  }
  let [miss, all] = [0, 0];
  for (let i = 0; i < t.length; i++) {
    const bin = Math.floor((t[i] - least) / SEARCH_BIN);
    let squared = 0;
    for (let c = 0; c < 3; c++) squared += (colour[i * 3 + c] - sums[bin * 3 + c] / mass[bin]) ** 2;
    const n = count[bin];
    miss += weight[i] * (n === 1 ? CEILING ** 2 / 4 : Math.min(CEILING ** 2, ((squared / 3) * n) / (n - 1)));
    all += weight[i];
  }
  return miss / all;
}

interface Tried {
  readonly coordinate: Coordinate;
  readonly miss: number;
}

/** Downhill by ever smaller steps. */
function refine(start: Tried, samples: Samples, ground: Ground): Tried {
  let best = start;
  for (let step = STEPS.first; step > STEPS.last; step /= 2) {
    for (let moved = true, rounds = 0; moved && rounds < 6; rounds++) {
      moved = false;
      for (const coordinate of neighboursOf(best.coordinate, step, ground)) {
        const miss = missAlong(samples, coordinate);
        if (miss >= best.miss) continue;
        best = { coordinate, miss };
        moved = true;
      }
    }
  }
  return best;
}

function startsFor(ground: Ground): readonly Coordinate[] {
  // An edge's own direction and the way across it are a quarter turn apart.
  const across = orientationOf(ground).dominant.map((angle) => angle + Math.PI / 2);
  const even = Array.from({ length: DIRECTIONS }, (_, k) => (k * Math.PI) / DIRECTIONS);
  const straight = [...across, ...even].map((angle): Coordinate => ({ kind: "straight", angle }));
  const centre = gradientCentre(ground);
  return centre === undefined ? straight : [...straight, { kind: "round", cx: centre.x, cy: centre.y, aspect: 1 }];
}

function bestCoordinate(ground: Ground): Coordinate {
  const samples = samplesOf(ground, SAMPLES);
  const tried = startsFor(ground).map((coordinate): Tried => ({ coordinate, miss: missAlong(samples, coordinate) }));
  const round = tried.filter(({ coordinate }) => coordinate.kind === "round");
  const straight = tried.filter(({ coordinate }) => coordinate.kind === "straight").sort((a, b) => a.miss - b.miss);
  const refined = [...straight.slice(0, REFINED), ...round].map((start) => refine(start, samples, ground));
  return refined.reduce((a, b) => (b.miss < a.miss ? b : a)).coordinate;
}

/** Colour by coordinate: known bins in order, each with the mean coordinate and colour of its pixels. */
interface Profile {
  readonly t: readonly number[];
  readonly colour: readonly (readonly [number, number, number])[];
}

interface Binned {
  readonly least: number;
  readonly mass: Float64Array;
  readonly place: Float64Array;
  readonly sums: Float64Array;
}

function binned(t: Float32Array, { colour }: Samples, weight: Float32Array): Binned {
  const [least, most] = [t.reduce((a, b) => Math.min(a, b), Infinity), t.reduce((a, b) => Math.max(a, b), -Infinity)];
  const bins = Math.floor((most - least) / BIN) + 1;
  const out = { least, mass: new Float64Array(bins), place: new Float64Array(bins), sums: new Float64Array(bins * 3) };
  for (let i = 0; i < t.length; i++) {
    const bin = Math.floor((t[i] - least) / BIN);
    out.mass[bin] += weight[i];
    out.place[bin] += weight[i] * t[i];
    for (let c = 0; c < 3; c++) out.sums[bin * 3 + c] += weight[i] * colour[i * 3 + c];
  }
  return out;
}

/** How far each sample lies from its bin's mean, RMS over channels. */
function missesOf(t: Float32Array, { colour }: Samples, { least, mass, sums }: Binned): Float32Array {
  return t.map((v, i) => {
    const bin = Math.floor((v - least) / BIN);
    let squared = 0;
    for (let c = 0; c < 3; c++) squared += (colour[i * 3 + c] - sums[bin * 3 + c] / mass[bin]) ** 2;
    return Math.sqrt(squared / 3);
  });
}

/** The profile of all known pixels; what lies on the ground without belonging to it loses its say (Tukey). */
function profileAlong(samples: Samples, coordinate: Coordinate): Profile {
  const at = coordinateOf(coordinate);
  const t = samples.x.map((x, i) => at(x, samples.y[i]));
  let weight = samples.weight;
  let bins = binned(t, samples, weight);
  for (let round = 0; round < 3; round++) {
    const misses = missesOf(t, samples, bins);
    const limit = TUKEY * Math.max(0.5, Float32Array.from(misses).sort()[misses.length >> 1]);
    weight = samples.weight.map((w, i) => w * (misses[i] < limit ? (1 - (misses[i] / limit) ** 2) ** 2 : 1e-6));
    bins = binned(t, samples, weight);
  }
  const known = Array.from(bins.mass.keys()).filter((bin) => bins.mass[bin] > 0);
  return {
    t: known.map((bin) => bins.place[bin] / bins.mass[bin]),
    colour: known.map((bin) => [0, 1, 2].map((c) => bins.sums[bin * 3 + c] / bins.mass[bin]) as [number, number, number]),
  };
}

/** Writes the profile's colour at `t`; beyond its ends the last colour goes on. */
function readProfile({ t, colour }: Profile, at: number, out: Float32Array, to: number): void {
  let [low, high] = [0, t.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (t[middle] <= at) low = middle;
    else high = middle;
  }
  const span = t[high] - t[low];
  const share = span <= 0 ? 0 : Math.min(1, Math.max(0, (at - t[low]) / span));
  for (let c = 0; c < 3; c++) out[to + c] = colour[low][c] + (colour[high][c] - colour[low][c]) * share;
}

/**
 * Fills as a ground does that was designed along one coordinate: bands, stripes, panel edges and gradients of any stops across one
 * direction, or rings and gradients around one centre. The coordinate is searched, the colours along it are read off the known pixels
 * wherever they lie, so that what runs behind the text goes on exactly. A new `[H, W, 3]`, the profile everywhere; about 60 ms for
 * 624×240. On a ground that has no such coordinate it is as wrong as any picture of stripes: the hold-out test tells.
 */
export function profileFill(ground: Ground): Float32Array {
  const coordinate = bestCoordinate(ground);
  const profile = profileAlong(samplesOf(ground, Number.POSITIVE_INFINITY), coordinate);
  const at = coordinateOf(coordinate);
  const out = new Float32Array(ground.pixels.length);
  for (let y = 0, i = 0; y < ground.height; y++) {
    for (let x = 0; x < ground.width; x++, i++) readProfile(profile, at(x, y), out, i * 3);
  }
  return out;
}
