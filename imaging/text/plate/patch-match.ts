import { type Level, type Patches, RADIUS } from "./patch-level.ts";

/** For each target the best source patch found so far (its centre's pixel index) and the sum of squared differences to it. */
export interface Matches {
  readonly nearest: Int32Array;
  readonly cost: Float32Array;
}

/** Sum of squared differences of the patches centred on `a` and `b`; gives up beyond `limit`. */
function costOf(level: Level): (a: number, b: number, limit: number) => number {
  const { pixels } = level;
  const row = level.width * 3;
  const span = (2 * RADIUS + 1) * 3;
  const offset = (RADIUS * level.width + RADIUS) * 3;
  return (a, b, limit) => {
    let p = a * 3 - offset;
    let q = b * 3 - offset;
    let sum = 0;
    for (let y = -RADIUS; y <= RADIUS; y++, p += row, q += row) {
      for (let i = 0; i < span; i++) {
        const d = pixels[p + i] - pixels[q + i];
        sum += d * d;
      }
      if (sum > limit) return sum;
    }
    return sum;
  };
}

/**
 * Improves `matches` in place by `rounds` sweeps of PatchMatch (Barnes et al. 2009): neighbours hand on their offset, then
 * random trials around the best at halving distance. `random` makes it repeatable. O(targets · log size) patch comparisons.
 */
export function improveMatches(
  level: Level,
  patches: Patches,
  matches: Matches,
  { rounds, random }: { rounds: number; random: () => number },
): void {
  const { targets, targetAt, isSource, stride } = patches;
  const { nearest, cost } = matches;
  const { width, height } = level;
  const compare = costOf(level);
  const attempt = (i: number, candidate: number): void => {
    if (candidate === nearest[i] || isSource[candidate] !== 1) return;
    const c = compare(targets[i], candidate, cost[i]);
    if (c >= cost[i]) return;
    cost[i] = c;
    nearest[i] = candidate;
  };
  const propagate = (i: number, step: number): void => {
    const neighbour = targetAt[targets[i] + step];
    if (neighbour >= 0) attempt(i, nearest[neighbour] - step);
  };
  const search = (i: number): void => {
    for (let reach = Math.max(width, height); reach >= 1; reach >>= 1) {
      const x = (nearest[i] % width) + Math.round((random() * 2 - 1) * reach);
      const y = Math.floor(nearest[i] / width) + Math.round((random() * 2 - 1) * reach);
      if (x >= 0 && y >= 0 && x < width && y < height) attempt(i, y * width + x);
    }
  };
  for (let i = 0; i < targets.length; i++) cost[i] = compare(targets[i], nearest[i], Infinity);
  for (let round = 0; round < rounds; round++) {
    const sign = round % 2 === 0 ? -stride : stride;
    for (let k = 0; k < targets.length; k++) {
      const i = sign < 0 ? k : targets.length - 1 - k;
      if (cost[i] === 0) continue;
      propagate(i, sign);
      propagate(i, sign * width);
      search(i);
    }
  }
}
