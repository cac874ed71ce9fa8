import { blurPlane } from "../../raster/blur.ts";
import type { Plane } from "../../raster/raster.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { settingCoverage } from "../setting-coverage.ts";
import { FINE, forLine, ROUGH } from "./freedoms.ts";
import type { Freedom } from "./motion.ts";
import type { FitTarget } from "./refine.ts";
import { edgeSteepness, inkOf, squaredError } from "./shape.ts";
import { bestWeight, type Trial, trial } from "./trial.ts";

const SOFTNESSES = [0, 0.3, 0.45, 0.6, 0.8, 1, 1.3, 1.7, 2.2, 3];

/**
 * The blur that makes the rendering's edges as steep as the picture's. Steepness does not depend on where the edges lie, so a
 * line that does not quite fit is not taken for a blurred one.
 */
function matchSoftness(ruler: Ruler, start: Trial, target: FitTarget): Trial {
  const wanted = edgeSteepness(target.shape);
  const { width, height } = target.shape;
  const hard = settingCoverage(
    ruler,
    { ...start.setting, softness: 0 },
    { text: target.text, target: { width, height, scale: target.scale } },
  );
  const drawn = (softness: number): Plane => (softness > 0 ? blurPlane(hard, softness) : hard);
  const off = (k: number): number => edgeSteepness(drawn(SOFTNESSES[k])) - wanted;
  // Steepness falls with softness: the first that is no steeper than the picture, or the one before it.
  let [low, high] = [0, SOFTNESSES.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (off(middle) <= 0) high = middle;
    else low = middle + 1;
  }
  const nearest = low > 0 && Math.abs(off(low - 1)) <= Math.abs(off(low)) ? low - 1 : low;
  const softness = SOFTNESSES[nearest];
  const setting = { ...start.setting, softness: softness / target.scale };
  return { ...start, setting, error: squaredError(target.shape, drawn(softness)) / Math.max(1, inkOf(target.shape)) };
}

/** Freedoms whose value is small enough to be an accident of the measurement, with the value they would rest at. */
const RESTS: readonly { readonly freedom: Freedom; readonly rest: Partial<Setting>; readonly small: (s: Setting) => boolean }[] = [
  { freedom: "slant", rest: { slant: 0 }, small: (s) => Math.abs(s.slant) < 0.07 },
  { freedom: "condense", rest: { condense: 1 }, small: (s) => Math.abs(Math.log(s.condense)) < 0.06 },
  { freedom: "wordGap", rest: { wordGap: 0 }, small: (s) => Math.abs(s.wordGap) < 0.04 },
  { freedom: "tracking", rest: { tracking: 0 }, small: (s) => Math.abs(s.tracking) < 0.03 },
  { freedom: "angle", rest: { angle: 0 }, small: (s) => Math.abs(s.angle) < 0.015 },
];

/** Drops freedoms that bought nothing: an upright, untracked, uncondensed line is the likelier truth when it fits as well. */
function simplified(ruler: Ruler, found: Trial, target: FitTarget): Trial {
  const free = forLine(FINE, target.text);
  const without = (start: Trial, rests: typeof RESTS): Trial => {
    const setting = rests.reduce<Setting>((s, r) => ({ ...s, ...r.rest }), start.setting);
    const freedoms = free.filter((f) => !rests.some((r) => r.freedom === f));
    return trial(ruler, { face: start.face, setting }, { target, freedoms, rounds: 3 });
  };
  const small = RESTS.filter((r) => free.includes(r.freedom) && r.small(found.setting));
  const limit = (e: number) => e * 1.03 + 0.002;
  const plain = small.length > 0 ? without(found, small) : found;
  if (plain.error < limit(found.error)) return plain;
  let best = found;
  for (const rest of small) {
    const one = without(best, [rest]);
    if (one.error < limit(best.error)) best = one;
  }
  return best;
}

/** The last word on one face: all freedoms, weight, softness; what bought nothing put back to rest. */
export function finish(ruler: Ruler, start: Trial, target: FitTarget): Trial {
  const freedoms = forLine(FINE, target.text);
  let best = trial(ruler, start, { target, freedoms: forLine(ROUGH, target.text), rounds: 3 });
  best = trial(ruler, matchSoftness(ruler, best, target), { target, freedoms, rounds: 5 });
  if (best.face.variable) best = bestWeight(ruler, best, { target, freedoms: forLine(ROUGH, target.text), step: 50 });
  best = simplified(ruler, best, target);
  return matchSoftness(ruler, best, target);
}
