import { type Level, type Patches, RADIUS } from "./patch-level.ts";
import type { Matches } from "./patch-match.ts";

/** Softness of the vote: the cost that still counts by e^(−1/2), as a quantile of all costs. */
const QUANTILE = 0.6;

function weightsOf(cost: Float32Array): Float32Array {
  const sorted = Float32Array.from(cost).sort();
  const scale = Math.max(1, sorted[Math.floor(sorted.length * QUANTILE)] ?? 1);
  return cost.map((c) => Math.exp(-c / (2 * scale)) + 1e-6);
}

/** Calls `visit(pixel, source pixel, target index)` for every pixel where `wanted` is 1 under every target patch. */
function eachVote(level: Level, patches: Patches, matches: Matches, visit: (pixel: number, source: number, target: number) => void): void {
  const { width } = level;
  for (let i = 0; i < patches.targets.length; i++) {
    const shift = matches.nearest[i] - patches.targets[i];
    for (let y = -RADIUS; y <= RADIUS; y++) {
      const row = patches.targets[i] + y * width;
      for (let pixel = row - RADIUS; pixel <= row + RADIUS; pixel++) visit(pixel, pixel + shift, i);
    }
  }
}

/** What the matched patches say about each pixel they cover: `mean` of all, and `best`, the pixel of the closest patch. 0 where none covers. */
export interface Votes {
  readonly mean: Float32Array;
  readonly best: Float32Array;
  /** 1 where at least one patch voted. */
  readonly covered: Uint8Array;
}

/** Gathers the votes without touching the level. */
export function gatherVotes(level: Level, patches: Patches, matches: Matches): Votes {
  const { pixels } = level;
  const n = level.width * level.height;
  const weights = weightsOf(matches.cost);
  const [mean, best] = [new Float32Array(n * 3), new Float32Array(n * 3)];
  const mass = new Float32Array(n);
  const closest = new Float32Array(n).fill(Infinity);
  eachVote(level, patches, matches, (pixel, source, i) => {
    const w = weights[i];
    mass[pixel] += w;
    mean[pixel * 3] += w * pixels[source * 3];
    mean[pixel * 3 + 1] += w * pixels[source * 3 + 1];
    mean[pixel * 3 + 2] += w * pixels[source * 3 + 2];
    if (matches.cost[i] >= closest[pixel]) return;
    closest[pixel] = matches.cost[i];
    best[pixel * 3] = pixels[source * 3];
    best[pixel * 3 + 1] = pixels[source * 3 + 1];
    best[pixel * 3 + 2] = pixels[source * 3 + 2];
  });
  for (let i = 0; i < n * 3; i++) if (mass[(i / 3) | 0] > 0) mean[i] /= mass[(i / 3) | 0];
  return { mean, best, covered: Uint8Array.from(mass, (m) => (m > 0 ? 1 : 0)) };
}

/** Writes the mean vote into the hole of the level. */
export function applyVotes(level: Level, patches: Patches, matches: Matches): void {
  const { mean, covered } = gatherVotes(level, patches, matches);
  for (let i = 0; i < level.hole.length; i++) {
    if (level.hole[i] && covered[i]) for (let k = i * 3; k < i * 3 + 3; k++) level.pixels[k] = mean[k];
  }
}
