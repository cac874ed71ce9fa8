import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import type { FitTarget } from "./refine.ts";
import { inkOf } from "./shape.ts";

/** Difference in the amount of ink, as overlap: a face much too thin or thick is not the one even where its strokes cross the right places. */
export function offWeight(ruler: Ruler, setting: Setting, target: FitTarget): number {
  const { width, height } = target.shape;
  const drawn = settingCoverage(ruler, setting, { text: target.text, target: { width, height, scale: target.scale, draft: true } });
  return 0.15 * Math.abs(Math.log((1 + inkOf(drawn)) / (1 + inkOf(target.shape))));
}

/** How far a face has to be bent to fit, as overlap it must make up for: a squeezed face is seldom the one that was used. */
export const strain = (s: Setting): number => 0.3 * Math.abs(Math.log(s.condense)) + 0.15 * Math.max(0, -s.tracking - 0.02);
