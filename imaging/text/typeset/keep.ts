import { commonPairs } from "../common-pairs.ts";

/** Characters that stay: pairs of positions (old, new), in order. */
export const keptCharacters = (before: string, after: string): readonly (readonly [number, number])[] =>
  commonPairs([...before], [...after]);

/** Pen positions of the old and the new line on one axis, pixels; one more entry than characters. */
export interface Pens {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Share of the new characters that must be kept standing to be worth a move: a letter that two words share by chance is not. */
const WORTH = 0.45;

/**
 * Moves the new line a little along its axis, at most `slack` pixels, so that as many kept characters as possible stand
 * exactly where they stood; not at all for the sake of few. Returns the shift to add.
 */
export function settleShift(pairs: readonly (readonly [number, number])[], pens: Pens, slack: number): number {
  let best = 0;
  let most = Math.max(countStill(pairs, pens, 0), Math.ceil(WORTH * (pens.after.length - 1)) - 1);
  for (const [i, j] of pairs) {
    const shift = pens.before[i] - pens.after[j];
    if (Math.abs(shift) > slack) continue;
    const still = countStill(pairs, pens, shift);
    if (still > most || (still === most && Math.abs(shift) < Math.abs(best))) {
      most = still;
      best = shift;
    }
  }
  return best;
}

const STILL_PX = 0.4;
const isStill = ([i, j]: readonly [number, number], pens: Pens, shift: number): boolean =>
  Math.abs(pens.after[j] + shift - pens.before[i]) < STILL_PX && Math.abs(pens.after[j + 1] + shift - pens.before[i + 1]) < STILL_PX * 2.5;
const countStill = (pairs: readonly (readonly [number, number])[], pens: Pens, shift: number): number =>
  pairs.filter((p) => isStill(p, pens, shift)).length;

/** A stretch along the line, pixels from its middle. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Stretches of the line whose characters neither change nor move: their pixels need not be touched at all. Ends are moved
 * to where neither line has ink; a stretch without such an end is not kept. `inkAt(u)` is the ink of old and new at a place.
 */
export function stillStretches(
  pairs: readonly (readonly [number, number])[],
  pens: Pens,
  at: { readonly inkAt: (u: number) => number; readonly sizePx: number },
): readonly Stretch[] {
  const still = pairs.filter((p) => isStill(p, pens, 0));
  const lastBefore = pens.before.length - 2;
  const lastAfter = pens.after.length - 2;
  const runs: { i0: number; i1: number; j0: number; j1: number }[] = [];
  for (const [i, j] of still) {
    const run = runs[runs.length - 1];
    if (run && i === run.i1 + 1 && j === run.j1 + 1) {
      run.i1 = i;
      run.j1 = j;
    } else runs.push({ i0: i, i1: i, j0: j, j1: j });
  }
  const gap = (u: number) => clearGap(u, at);
  return runs.flatMap((run) => {
    const from = run.i0 === 0 && run.j0 === 0 ? -Infinity : gap(pens.before[run.i0]);
    const to = run.i1 === lastBefore && run.j1 === lastAfter ? Infinity : gap(pens.before[run.i1 + 1]);
    return from === undefined || to === undefined || from >= to ? [] : [{ from, to }];
  });
}

/** The place without ink nearest to `u`, within an eighth of the size. */
function clearGap(u: number, at: { readonly inkAt: (u: number) => number; readonly sizePx: number }): number | undefined {
  const reach = Math.max(2, at.sizePx / 8);
  for (let d = 0; d <= reach; d += 0.5) {
    for (const side of [u - d, u + d]) if (at.inkAt(side) < 0.08) return side;
  }
  return undefined;
}
