import { mulberry32 } from "../../raster/random.ts";
import type { Ground } from "./ground.ts";
import { coarserLevel, type Level, listPatches, type Patches, RADIUS } from "./patch-level.ts";
import { improveMatches, type Matches } from "./patch-match.ts";
import { applyVotes, gatherVotes, type Votes } from "./patch-vote.ts";

/** Above so many targets a level's lattice is thinned; 7×7 patches on every second pixel still cover each pixel nine times or more. */
const DENSE_TARGETS = 4000;
const SPARSE_TARGETS = 12000;

/** How far around the hole unlearnt pixels are completed with it: the widest guard and a patch's radius. */
const UNLEARNT_RIM = 8 + RADIUS;

export interface PatchOptions {
  readonly seed: number;
  /** Called between passes so that a caller can yield or stop by throwing. */
  readonly pause: () => Promise<void>;
}

interface State extends Matches {
  readonly level: Level;
  readonly patches: Patches;
}

/** Halved until the hole is about as thin as a patch. */
function pyramid(base: Level, reach: number): Level[] {
  const levels = [base];
  for (let r = reach; r > RADIUS && Math.min(base.width, base.height) >> levels.length > 8 * RADIUS; r /= 2) {
    levels.push(coarserLevel(levels[levels.length - 1]));
  }
  return levels;
}

function strideFor(level: Level): number {
  const pixels = level.hole.reduce((n, v) => n + v, 0);
  return pixels > SPARSE_TARGETS ? 3 : pixels > DENSE_TARGETS ? 2 : 1;
}

/** The coarser level's match of the nearest target, scaled up, where that is a source here. */
function inherited(coarse: State, { level, patches }: Pick<State, "level" | "patches">, target: number): number {
  const { stride } = coarse.patches;
  const toLattice = (v: number) => Math.round(v / 2 / stride) * stride;
  const [x, y] = [target % level.width, Math.floor(target / level.width)];
  const [cx, cy] = [toLattice(x), toLattice(y)];
  const i = coarse.patches.targetAt[cy * coarse.level.width + cx] ?? -1;
  if (i < 0) return -1;
  const match = coarse.nearest[i];
  const sx = x + 2 * ((match % coarse.level.width) - cx);
  const sy = y + 2 * (Math.floor(match / coarse.level.width) - cy);
  if (sx < 0 || sy < 0 || sx >= level.width || sy >= level.height) return -1;
  return patches.isSource[sy * level.width + sx] ? sy * level.width + sx : -1;
}

function start(level: Level, coarse: State | undefined, random: () => number): State | undefined {
  const patches = listPatches(level, strideFor(level));
  const { targets, sources } = patches;
  if (targets.length === 0 || sources.length === 0) return undefined;
  const anywhere = () => sources[Math.floor(random() * sources.length)];
  const nearest = targets.map((target) => (coarse === undefined ? -1 : inherited(coarse, { level, patches }, target)));
  // A match made up at random must not count in the first vote.
  const cost = Float32Array.from(nearest, (match) => (match < 0 ? Infinity : 0));
  for (let i = 0; i < nearest.length; i++) if (nearest[i] < 0) nearest[i] = anywhere();
  return { level, patches, nearest, cost };
}

async function completeLevel(
  state: State,
  passes: number,
  { random, pause }: { random: () => number; pause: () => Promise<void> },
): Promise<void> {
  for (let pass = 0; pass < passes; pass++) {
    if (pass > 0) applyVotes(state.level, state.patches, state);
    improveMatches(state.level, state.patches, state, { rounds: 2, random });
    await pause();
  }
}

/** The rim that is not learnt from and other lines' text next to it are completed too: neither may be matched as background. */
function baseLevel({ width, height, pixels, distance, learn }: Ground, initial: Float32Array): Level {
  const hole = learn.map((l, i) => (l === 0 && distance[i] <= UNLEARNT_RIM ? 1 : 0));
  return { width, height, pixels: pixels.map((v, i) => (hole[Math.floor(i / 3)] ? initial[i] : v)), hole, learn };
}

/**
 * Completes the hole by patches of the known background, coarse to fine (Wexler et al. 2007 with PatchMatch). `initial`
 * is a first guess `[H, W, 3]` for the hole. Gives the votes of the finest level, or `undefined` where no whole patch of
 * background is known. Deterministic for a seed; seconds for a big textured hole, so it pauses between passes.
 */
export async function patchFill(ground: Ground, initial: Float32Array, options: PatchOptions): Promise<Votes | undefined> {
  const random = mulberry32(options.seed);
  const base = baseLevel(ground, initial);
  const levels = pyramid(base, ground.reach);
  let state: State | undefined;
  for (let l = levels.length - 1; l >= 0; l--) {
    const next = start(levels[l], state, random);
    if (next === undefined) continue;
    if (state !== undefined) applyVotes(next.level, next.patches, next);
    await completeLevel(next, l === levels.length - 1 ? 6 : l === 0 ? 2 : 3, { random, pause: options.pause });
    state = next;
  }
  return state?.level === base ? gatherVotes(base, state.patches, state) : undefined;
}
