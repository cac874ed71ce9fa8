import { type Coordinate, coordinateOf } from "./coordinate.ts";
import type { Ground } from "./ground.ts";
import { type Samples, samplesOf } from "./known-samples.ts";

/** Bins of the final profile, pixels. */
const BIN = 0.5;
/** Samples a bin's middle colour is taken of, about. */
const MEDIAN_OF = 24;
/** The trend at a profile's end is read off so many pixels, and goes on where they lie within so many levels of a line. */
const TREND = { pixels: 14, within: 1.5 };
/** Tukey's constant over the scale of the misses. */
const TUKEY = 4.685 * 1.4826;

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

/** The middle colour of every bin, `[bins, 3]`, of at most MEDIAN_OF of its samples each: no mark on the ground pulls it. */
function middles(t: Float32Array, { colour }: Samples, { least, mass }: Binned): Float32Array {
  const members: number[][] = Array.from({ length: mass.length }, () => []);
  const stride = Math.max(1, Math.floor(t.length / (mass.length * MEDIAN_OF)));
  for (let i = 0; i < t.length; i++) {
    const own = members[Math.floor((t[i] - least) / BIN)];
    if (i % stride === 0 || own.length < 3) own.push(i);
  }
  const out = new Float32Array(mass.length * 3);
  members.forEach((own, bin) => {
    for (let c = 0; c < 3; c++) out[bin * 3 + c] = Float32Array.from(own, (i) => colour[i * 3 + c]).sort()[own.length >> 1] ?? 0;
  });
  return out;
}

const means = ({ mass, sums }: Binned): Float32Array => Float32Array.from(sums, (v, i) => v / mass[Math.floor(i / 3)]);

/** How far each sample lies from its bin's `centre`, RMS over channels. */
function missesOf(t: Float32Array, { colour }: Samples, { least }: Binned, centre: Float32Array): Float32Array {
  return t.map((v, i) => {
    const bin = Math.floor((v - least) / BIN);
    let squared = 0;
    for (let c = 0; c < 3; c++) squared += (colour[i * 3 + c] - centre[bin * 3 + c]) ** 2;
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
    const misses = missesOf(t, samples, bins, round === 0 ? middles(t, samples, bins) : means(bins));
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

/** Levels a pixel at one end of the profile, per channel; 0 where the end is no straight trend. */
function trendAt({ t, colour }: Profile, end: "first" | "last"): readonly number[] {
  const edge = end === "first" ? t[0] : t[t.length - 1];
  const own = Array.from(t.keys()).filter((k) => Math.abs(t[k] - edge) <= TREND.pixels);
  const mt = own.reduce((sum, k) => sum + t[k], 0) / own.length;
  const spread = own.reduce((sum, k) => sum + (t[k] - mt) ** 2, 0);
  const slopes = [0, 1, 2].map((c) => {
    const mean = own.reduce((sum, k) => sum + colour[k][c], 0) / own.length;
    const slope = own.reduce((sum, k) => sum + (t[k] - mt) * (colour[k][c] - mean), 0) / Math.max(1e-6, spread);
    const off = own.some((k) => Math.abs(colour[k][c] - mean - slope * (t[k] - mt)) > TREND.within);
    return off ? Number.NaN : slope;
  });
  return own.length < TREND.pixels || slopes.some(Number.isNaN) ? [0, 0, 0] : slopes;
}

/** Writes the profile's colour at a coordinate into `out` from index `to`; beyond its ends a straight trend goes on, else the last colour. */
function readerOf(profile: Profile): (at: number, out: Float32Array, to: number) => void {
  const { t, colour } = profile;
  const [before, after] = [trendAt(profile, "first"), trendAt(profile, "last")];
  const last = t.length - 1;
  return (at, out, to) => {
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (t[middle] <= at) low = middle;
      else high = middle;
    }
    const span = t[high] - t[low];
    const share = span <= 0 ? 0 : Math.min(1, Math.max(0, (at - t[low]) / span));
    const beyond = at < t[0] ? at - t[0] : at > t[last] ? at - t[last] : 0;
    const trend = beyond < 0 ? before : after;
    for (let c = 0; c < 3; c++) out[to + c] = colour[low][c] + (colour[high][c] - colour[low][c]) * share + trend[c] * beyond;
  };
}

/**
 * Fills as a ground does that was designed along `coordinate`: the colours along it are read off the known pixels wherever they lie, so
 * that what runs behind the text goes on exactly. A new `[H, W, 3]`, the profile everywhere.
 */
export function fillAlong(ground: Ground, coordinate: Coordinate): Float32Array {
  const read = readerOf(profileAlong(samplesOf(ground, Number.POSITIVE_INFINITY), coordinate));
  const at = coordinateOf(coordinate);
  const out = new Float32Array(ground.pixels.length);
  for (let y = 0, i = 0; y < ground.height; y++) {
    for (let x = 0; x < ground.width; x++, i++) read(at(x, y), out, i * 3);
  }
  return out;
}
