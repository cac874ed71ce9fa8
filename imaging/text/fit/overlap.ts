import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import type { FitTarget } from "./refine.ts";
import { softIou } from "./shape.ts";

/** Overlap of a setting's drawing with the shape seen, 0–1. */
export function overlap(ruler: Ruler, setting: Setting, target: FitTarget): number {
  const { width, height } = target.shape;
  const blurred = { ...setting, softness: Math.hypot(setting.softness, (target.extraBlur ?? 0) / target.scale) };
  return softIou(
    target.shape,
    settingCoverage(ruler, blurred, { text: target.text, target: { width, height, scale: target.scale, draft: target.draft ?? false } }),
  );
}
