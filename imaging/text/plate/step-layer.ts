import { solveLinear } from "../../raster/linear-system.ts";
import type { Circle } from "./circle-seen.ts";
import type { Ground } from "./ground.ts";

/** What differs near an edge beyond what its two sides differ lies within this, pixels: its softness, a thin rim. */
const BAND = 8;
/** Over so many pixels at the band's end the edge's own becomes either side. */
const FADE = 2;
/** Both sides are compared from this far off the edge on, pixels, so that softness counts for neither. */
const GAP = 2.5;
/** Stretches of the edge in which its two sides are compared, pixels, and pixels each side must show. */
const SECTOR = 10;
const ENOUGH = 6;
/** Bins of the way from one side to the other, pixels. */
const BIN = 0.5;
const BINS = (2 * BAND) / BIN;
/** Stretches further from the common step than this many times the usual miss have something else beside the edge. */
const ODD = 2.5;
/** A step that changes from place to place costs so many stretches. */
const RIDGE = 2;
/** A rim of its own stands out of the bin's scatter by so much, and by so many levels. */
const RIM = { scatters: 4, least: 2 } as const;

/** The two sides of an edge in one stretch of it: mean colours near it. */
interface Sector {
  readonly u: number;
  readonly v: number;
  readonly inside: Float64Array;
  readonly outside: Float64Array;
  inner: number;
  outer: number;
}

/** How far a pixel lies within the circle, pixels, negative outside. */
const depthIn = ({ cx, cy, r }: Circle, i: number, width: number): number => r - Math.hypot((i % width) - cx, Math.floor(i / width) - cy);

const sectorsOf = ({ r }: Circle): number => Math.max(8, Math.round((2 * Math.PI * r) / SECTOR));
const sectorAt = ({ cx, cy }: Circle, x: number, y: number, count: number): number =>
  Math.floor((Math.atan2(y - cy, x - cx) / (2 * Math.PI) + 1) * count) % count;

/** Known pixels beside the edge. */
interface Beside {
  readonly at: number;
  readonly depth: number;
  readonly sector: Sector;
}

function besideEdge({ width, learn, pixels }: Ground, circle: Circle, band: number): readonly Beside[] {
  const count = sectorsOf(circle);
  const sectors = Array.from({ length: count }, (_, k): Sector => {
    const angle = ((k + 0.5) / count) * 2 * Math.PI;
    return { u: Math.cos(angle), v: Math.sin(angle), inside: new Float64Array(3), outside: new Float64Array(3), inner: 0, outer: 0 };
  });
  const found: Beside[] = [];
  for (let at = 0; at < learn.length; at++) {
    if (learn[at] === 0) continue;
    const depth = depthIn(circle, at, width);
    if (Math.abs(depth) >= band) continue;
    const sector = sectors[sectorAt(circle, at % width, Math.floor(at / width), count)];
    found.push({ at, depth, sector });
    if (Math.abs(depth) < GAP) continue;
    const side = depth > 0 ? sector.inside : sector.outside;
    for (let c = 0; c < 3; c++) side[c] += pixels[at * 3 + c];
    if (depth > 0) sector.inner++;
    else sector.outer++;
  }
  for (const { inside, outside, inner, outer } of sectors) {
    for (let c = 0; c < 3; c++) {
      inside[c] /= Math.max(1, inner);
      outside[c] /= Math.max(1, outer);
    }
  }
  return found.filter(({ sector }) => sector.inner >= ENOUGH && sector.outer >= ENOUGH);
}

/** What the inside has more than the outside, per channel: at the centre, and more of it towards u and v. */
type Step = readonly (readonly [number, number, number])[];

const stepAt = (step: Step, c: number, u: number, v: number): number => step[c][0] + step[c][1] * u + step[c][2] * v;

function fitStep(sectors: readonly Sector[], weight: Float64Array): Step {
  const rows = Array.from({ length: 3 }, () => new Float64Array(6));
  sectors.forEach(({ u, v, inside, outside, inner, outer }, k) => {
    const terms = [1, u, v];
    const w = weight[k] * Math.min(inner, outer, 40);
    for (let p = 0; p < 3; p++) {
      for (let q = 0; q < 3; q++) rows[p][q] += w * terms[p] * terms[q];
      for (let c = 0; c < 3; c++) rows[p][3 + c] += w * terms[p] * (inside[c] - outside[c]);
    }
  });
  for (const p of [1, 2]) rows[p][p] += RIDGE * 20;
  solveLinear(rows);
  return [0, 1, 2].map((c) => [rows[0][3 + c], rows[1][3 + c], rows[2][3 + c]] as const);
}

/** The step that most stretches agree on, and those that do. */
function commonStep(sectors: readonly Sector[]): { readonly step: Step; readonly agreed: ReadonlySet<Sector> } {
  const weight = new Float64Array(sectors.length).fill(1);
  let step = fitStep(sectors, weight);
  for (let round = 0; round < 4; round++) {
    const misses = sectors.map(({ u, v, inside, outside }) =>
      Math.hypot(...[0, 1, 2].map((c) => inside[c] - outside[c] - stepAt(step, c, u, v))),
    );
    const limit = ODD * Math.max(1, misses.toSorted((a, b) => a - b)[misses.length >> 1]);
    misses.forEach((miss, k) => {
      weight[k] = miss < limit ? (1 - (miss / limit) ** 2) ** 2 : 0;
    });
    step = fitStep(sectors, weight);
  }
  return { step, agreed: new Set(sectors.filter((_, k) => weight[k] > 0)) };
}

/** How the step comes in across the edge, 0–1 by bins of depth, and what the edge has of its own there, per channel. */
interface Profile {
  readonly share: Float64Array;
  readonly rim: Float64Array;
}

function profileOf({ pixels }: Ground, beside: readonly Beside[], { step, band }: { step: Step; band: number }): Profile {
  const [sum, square] = [new Float64Array(BINS), new Float64Array(BINS)];
  const off = new Float64Array(BINS * 3);
  const scatter = new Float64Array(BINS * 3);
  const mass = new Float64Array(BINS);
  const binOf = (depth: number) => Math.min(BINS - 1, Math.floor((depth + BAND) / BIN));
  for (const { at, depth, sector } of beside) {
    const bin = binOf(depth);
    for (let c = 0; c < 3; c++) {
      const high = stepAt(step, c, sector.u, sector.v);
      sum[bin] += high * (pixels[at * 3 + c] - sector.outside[c]);
      square[bin] += high * high;
    }
  }
  const plain = (bin: number) => ((bin + 0.5) * BIN - BAND > 0 ? 1 : 0);
  const share = sum.map((s, bin) => (square[bin] > 0 && Math.abs((bin + 0.5) * BIN - BAND) < band ? s / square[bin] : plain(bin)));
  for (const { at, depth, sector } of beside) {
    const bin = binOf(depth);
    mass[bin]++;
    for (let c = 0; c < 3; c++) {
      const miss = pixels[at * 3 + c] - sector.outside[c] - share[bin] * stepAt(step, c, sector.u, sector.v);
      off[bin * 3 + c] += miss;
      scatter[bin * 3 + c] += miss * miss;
    }
  }
  const rim = off.map((o, k) => {
    const n = mass[Math.floor(k / 3)];
    if (n < ENOUGH) return 0;
    const mean = o / n;
    const spread = Math.sqrt(Math.max(0, scatter[k] / n - mean * mean) / n);
    return Math.abs(mean) > RIM.least + RIM.scatters * spread ? mean : 0;
  });
  return { share, rim };
}

/** A bin's value between its neighbours' middles. */
function readBins(values: Float64Array, depth: number, { stride, c }: { stride: number; c: number }): number {
  const place = Math.min(BINS - 1, Math.max(0, (depth + BAND) / BIN - 0.5));
  const low = Math.min(BINS - 2, Math.floor(place));
  const t = place - low;
  return values[low * stride + c] * (1 - t) + values[(low + 1) * stride + c] * t;
}

/**
 * What a round edge adds to the ground that runs on under it: the step from outside to inside, as soft as it is, and a thin rim. `[H, W, 3]`; taking it off
 * leaves one surface where there were two. `undefined` where too little is seen of both sides.
 */
export function stepLayer(ground: Ground, circle: Circle): Float32Array | undefined {
  const { width, height } = ground;
  const band = Math.min(BAND, 0.6 * circle.r);
  const beside = besideEdge(ground, circle, band);
  const sectors = [...new Set(beside.map(({ sector }) => sector))];
  if (sectors.length < 3) return undefined;
  const { step, agreed } = commonStep(sectors);
  const { share, rim } = profileOf(
    ground,
    beside.filter(({ sector }) => agreed.has(sector)),
    { step, band },
  );
  const out = new Float32Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const depth = depthIn(circle, i, width);
    if (depth <= -band) continue;
    const [u, v] = [((i % width) - circle.cx) / circle.r, (Math.floor(i / width) - circle.cy) / circle.r];
    const own = Math.min(1, Math.max(0, (band - Math.abs(depth)) / FADE));
    const plain = depth > 0 ? 1 : 0;
    const t = own === 0 ? plain : plain + own * (readBins(share, depth, { stride: 1, c: 0 }) - plain);
    for (let c = 0; c < 3; c++) {
      out[i * 3 + c] = t * stepAt(step, c, u, v) + (own === 0 ? 0 : own * readBins(rim, depth, { stride: 3, c }));
    }
  }
  return out;
}
