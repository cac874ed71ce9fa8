import { type Coordinate, coordinateOf, gradientCentre, neighboursOf } from "./coordinate.ts";
import type { Ground } from "./ground.ts";
import { type Samples, samplesOf } from "./known-samples.ts";
import { orientationOf } from "./orientation.ts";

/** How settings are judged: on so many known pixels in bins so wide, by steps from `first` to `last`, pixels at the ground's edge. */
interface Search {
  readonly samples: number;
  readonly bin: number;
  readonly first: number;
  readonly last: number;
}
const COARSE: Search = { samples: 3000, bin: 2, first: 12, last: 0.3 };
/** Sharp edges place a coordinate to a few hundredths of a pixel. */
const FINE: Search = { samples: 10_000, bin: 0.75, first: 0.8, last: 0.03 };
/** Misses beyond this say nothing more, levels. */
const CEILING = 24;
/** Evenly spread directions, beside those edges run in. */
const DIRECTIONS = 12;
/** Below this miss, squared levels, nothing is left to explain by an oval. */
const EXPLAINED = 4;
/** What an oval must miss by, as a share of the best circle's. */
const OVAL = 0.7;
/** Starts that are refined. */
const REFINED = 3;

/** Mean squared miss, capped, of samples from their bin's mean; a bin of one sample proves nothing and counts as a miss of half the cap. */
function missAlong({ x, y, colour, weight }: Samples, coordinate: Coordinate, width: number): number {
  const at = coordinateOf(coordinate);
  const t = new Float32Array(x.length);
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i < t.length; i++) {
    t[i] = at(x[i], y[i]);
    least = Math.min(least, t[i]);
    most = Math.max(most, t[i]);
  }
  const bins = Math.floor((most - least) / width) + 1;
  const [sums, mass, count] = [new Float32Array(bins * 3), new Float32Array(bins), new Uint16Array(bins)];
  for (let i = 0; i < t.length; i++) {
    const bin = Math.floor((t[i] - least) / width);
    mass[bin] += weight[i];
    count[bin]++;
    for (let c = 0; c < 3; c++) sums[bin * 3 + c] += weight[i] * colour[i * 3 + c];
  }
  let [miss, all] = [0, 0];
  for (let i = 0; i < t.length; i++) {
    const bin = Math.floor((t[i] - least) / width);
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
function refine(start: Coordinate, { samples, bin, first, last }: Search, ground: Ground): Tried {
  const known = samplesOf(ground, samples);
  let best = { coordinate: start, miss: missAlong(known, start, bin) };
  for (let step = first; step > last; step /= 2) {
    for (let moved = true, rounds = 0; moved && rounds < 6; rounds++) {
      moved = false;
      for (const coordinate of neighboursOf(best.coordinate, step, ground)) {
        const miss = missAlong(known, coordinate, bin);
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
  return centre === undefined ? straight : [...straight, { kind: "round", cx: centre.x, cy: centre.y }];
}

/**
 * The one coordinate along which the ground changes most nearly: across bands, stripes, panel edges and gradients of any stops, or around the centre
 * of rings and round gradients. There always is a best one; whether the ground follows it, the hold-out test tells. About 0.1 s for 624×240.
 */
export function findCoordinate(ground: Ground): Coordinate {
  const samples = samplesOf(ground, COARSE.samples);
  const tried = startsFor(ground).map((coordinate): Tried => ({ coordinate, miss: missAlong(samples, coordinate, COARSE.bin) }));
  const round = tried.filter(({ coordinate }) => coordinate.kind === "round");
  const straight = tried.filter(({ coordinate }) => coordinate.kind === "straight").sort((a, b) => a.miss - b.miss);
  const refined = [...straight.slice(0, REFINED), ...round].map(({ coordinate }) => refine(coordinate, COARSE, ground));
  const best = refine(refined.reduce((a, b) => (b.miss < a.miss ? b : a)).coordinate, FINE, ground);
  if (best.coordinate.kind === "straight" || best.miss < EXPLAINED) return best.coordinate;
  // A circle seen as a slightly wrong oval elsewhere fits nearly as well: an oval must be clearly better.
  const oval = refine({ ...best.coordinate, aspect: 1 }, { ...FINE, first: COARSE.first }, ground);
  return (oval.miss < best.miss * OVAL ? oval : best).coordinate;
}
