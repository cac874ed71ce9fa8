import type { Ground } from "./ground.ts";

export interface Step {
  readonly dx: number;
  readonly dy: number;
}

/** Two steps, pixels, by which a pattern comes to lie on itself. */
export interface Lattice {
  readonly u: Step;
  readonly v: Step;
}

/** Longest step looked for, pixels, and shortest: below it a pattern is texture. */
const REACH = 96;
const SHORTEST = 5;
/** Known pixels compared for all steps, and for those looked at closely. */
const COARSE = 350;
const FINE = 900;
/** Differences beyond this, 0–255, say nothing more. */
const CEILING = 60;
/** A step repeats the pattern where so little of the usual difference is left; on the way there it must have been as large as `barrier`. */
const REPEATS = { left: 0.12, barrier: 0.45 } as const;
/** Usual differences below this, (0–255)², are no pattern. */
const PLAIN = 30;
/** Sine of the least angle between the two steps. */
const SPREAD = 0.35;

/** About `most` known pixels, evenly taken. */
function spots({ learn }: Ground, most: number): readonly number[] {
  const known: number[] = [];
  for (let i = 0; i < learn.length; i++) if (learn[i]) known.push(i);
  // A stride that is a large odd number does not walk along rows or columns.
  const stride = Math.max(1, Math.floor(known.length / most)) | 1;
  return known.filter((_, k) => k % stride === 0);
}

/** Mean squared difference, capped, between known pixels and those a whole step away; infinite where too few have a partner. */
function difference({ width, height, pixels, learn }: Ground, { dx, dy }: Step, at: readonly number[]): number {
  let [sum, n] = [0, 0];
  for (const i of at) {
    const [x, y] = [(i % width) + dx, Math.floor(i / width) + dy];
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const j = y * width + x;
    if (!learn[j]) continue;
    let squared = 0;
    for (let c = 0; c < 3; c++) squared += (pixels[i * 3 + c] - pixels[j * 3 + c]) ** 2;
    sum += Math.min(CEILING ** 2, squared / 3);
    n++;
  }
  return n < at.length / 12 ? Number.POSITIVE_INFINITY : sum / n;
}

interface Map2 {
  readonly reach: number;
  /** Differences by step, rows from dy = 0 down, columns from −reach to reach. */
  readonly values: Float32Array;
  readonly usual: number;
}

const indexOf = ({ reach }: Pick<Map2, "reach">, { dx, dy }: Step): number => dy * (2 * reach + 1) + dx + reach;

function mapOf(ground: Ground): Map2 {
  const reach = Math.min(REACH, Math.floor(Math.min(ground.width, ground.height) / 2));
  const at = spots(ground, COARSE);
  const values = new Float32Array((reach + 1) * (2 * reach + 1)).fill(Number.POSITIVE_INFINITY);
  for (let dy = 0; dy <= reach; dy++) {
    for (let dx = dy === 0 ? 1 : -reach; dx <= reach; dx++) values[indexOf({ reach }, { dx, dy })] = difference(ground, { dx, dy }, at);
  }
  const known = values.filter((v) => Number.isFinite(v)).sort();
  return { reach, values, usual: known[known.length >> 1] ?? 0 };
}

/** The difference at a step; those upwards are those downwards the other way round. */
function valueAt(map: Map2, { dx, dy }: Step): number {
  const step = dy < 0 || (dy === 0 && dx < 0) ? { dx: -dx, dy: -dy } : { dx, dy };
  return Math.abs(step.dx) > map.reach || step.dy > map.reach ? Number.POSITIVE_INFINITY : map.values[indexOf(map, step)];
}

/** Whether the pattern was lost on the way to a step before it came back. */
function hasBarrier(map: Map2, { dx, dy }: Step): boolean {
  const far = Math.ceil(Math.hypot(dx, dy));
  let most = 0;
  for (let k = 1; k < far; k++) {
    const value = valueAt(map, { dx: Math.round((dx * k) / far), dy: Math.round((dy * k) / far) });
    if (Number.isFinite(value)) most = Math.max(most, value);
  }
  return most > REPEATS.barrier * map.usual;
}

const ROUND = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ dx, dy }))).filter(({ dx, dy }) => dx !== 0 || dy !== 0);

/** Steps that repeat the pattern, shortest first. */
function repeatsIn(map: Map2): Step[] {
  const found: Step[] = [];
  for (let dy = 0; dy <= map.reach; dy++) {
    for (let dx = -map.reach; dx <= map.reach; dx++) {
      const here = valueAt(map, { dx, dy });
      if (!(here < REPEATS.left * map.usual) || Math.hypot(dx, dy) < SHORTEST) continue;
      if (ROUND.some((r) => valueAt(map, { dx: dx + r.dx, dy: dy + r.dy }) < here)) continue;
      if (hasBarrier(map, { dx, dy })) found.push({ dx, dy });
    }
  }
  return found.sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy));
}

/** Sums of the two steps the refinement looks at: the farther, the finer they tell. */
const SUMS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
  [2, 0],
  [0, 2],
  [3, 0],
  [0, 3],
  [4, 1],
  [1, 4],
  [6, 0],
] as const;
/** Widths of the search for the steps' fractions, pixels. */
const FRACTIONS = [0.5, 0.25, 0.12, 0.06, 0.03, 0.015] as const;

/** As `difference`, between pixels; only where both neighbours are known. */
function between({ width, height, pixels, learn }: Ground, { dx, dy }: Step, at: readonly number[]): { sum: number; n: number } {
  const [ix, iy] = [Math.floor(dx), Math.floor(dy)];
  const [fx, fy] = [dx - ix, dy - iy];
  let [sum, n] = [0, 0];
  for (const i of at) {
    const [x, y] = [(i % width) + ix, Math.floor(i / width) + iy];
    if (x < 0 || y < 0 || x + 1 >= width || y + 1 >= height) continue;
    const j = y * width + x;
    if (!(learn[j] && learn[j + 1] && learn[j + width] && learn[j + width + 1])) continue;
    let squared = 0;
    for (let c = 0; c < 3; c++) {
      const top = pixels[j * 3 + c] * (1 - fx) + pixels[(j + 1) * 3 + c] * fx;
      const low = pixels[(j + width) * 3 + c] * (1 - fx) + pixels[(j + width + 1) * 3 + c] * fx;
      squared += (pixels[i * 3 + c] - top * (1 - fy) - low * fy) ** 2;
    }
    sum += Math.min(CEILING ** 2, squared / 3);
    n++;
  }
  return { sum, n };
}

function latticeMiss(ground: Ground, { u, v }: Lattice, at: readonly number[]): number {
  let [sum, n] = [0, 0];
  for (const [i, j] of SUMS) {
    const part = between(ground, { dx: i * u.dx + j * v.dx, dy: i * u.dy + j * v.dy }, at);
    sum += part.sum;
    n += part.n;
  }
  return n === 0 ? Number.POSITIVE_INFINITY : sum / n;
}

/** Both steps to a fraction of a pixel, downhill from whole ones. */
function refined(ground: Ground, start: Lattice, at: readonly number[]): Lattice {
  let best = start;
  let least = latticeMiss(ground, best, at);
  for (const step of FRACTIONS) {
    for (let moved = true, rounds = 0; moved && rounds < 3; rounds++) {
      moved = false;
      for (const which of ["u", "v"] as const) {
        for (const [dx, dy] of [
          [step, 0],
          [-step, 0],
          [0, step],
          [0, -step],
        ]) {
          const tried = { ...best, [which]: { dx: best[which].dx + dx, dy: best[which].dy + dy } };
          const miss = latticeMiss(ground, tried, at);
          if (miss >= least) continue;
          [best, least, moved] = [tried, miss, true];
        }
      }
    }
  }
  return best;
}

/** A step with as much of another taken out as can be. On stripes what is left lies along them and meets no barrier. */
function without(v: Step, u: Step): Step {
  const times = Math.round((v.dx * u.dx + v.dy * u.dy) / (u.dx ** 2 + u.dy ** 2));
  return { dx: v.dx - times * u.dx, dy: v.dy - times * u.dy };
}

/**
 * The lattice a pattern repeats on (tiles, dots, grids, checks), from the known pixels alone; `undefined` where it repeats in one direction only or
 * not at all. About 0.1 s for 624×240.
 */
export function findLattice(ground: Ground): Lattice | undefined {
  const map = mapOf(ground);
  if (map.usual < PLAIN) return undefined;
  const repeats = repeatsIn(map);
  const [u] = repeats;
  if (u === undefined) return undefined;
  const cross = (s: Step): number => Math.abs(u.dx * s.dy - u.dy * s.dx) / (Math.hypot(u.dx, u.dy) * Math.hypot(s.dx, s.dy));
  const v = repeats.find((s) => cross(s) > SPREAD && hasBarrier(map, without(s, u)));
  if (v === undefined) return undefined;
  return refined(ground, { u, v }, spots(ground, FINE));
}
