import type { FontFace } from "../../ports.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { weightsAround } from "./candidates.ts";
import type { Freedom } from "./motion.ts";
import { type FitTarget, type Refined, refine } from "./refine.ts";

/** A face laid over the shape as well as it goes. */
export interface Trial extends Refined {
  readonly face: FontFace;
}

/** Moves a placed face to where it lies best. */
export function trial(
  ruler: Ruler,
  placed: { face: FontFace; setting: Setting },
  at: { target: FitTarget; freedoms: readonly Freedom[]; rounds: number; hopeless?: number },
): Trial {
  return { ...refine(ruler, placed.setting, at), face: placed.face };
}

/** Walks the weight axis downhill from the trial's own weight. */
export function bestWeight(ruler: Ruler, start: Trial, at: { target: FitTarget; freedoms: readonly Freedom[]; step: number }): Trial {
  let best = start;
  const tried = new Set([start.setting.weight]);
  for (let round = 0; round < 5; round++) {
    const before = best;
    for (const weight of weightsAround(best.face, before.setting.weight, at.step)) {
      if (tried.has(weight)) continue;
      tried.add(weight);
      const other = trial(ruler, { face: best.face, setting: { ...before.setting, weight } }, { ...at, rounds: 2 });
      if (other.error < best.error) best = other;
    }
    if (best === before) break;
  }
  return best;
}
