import { blurPlane } from "../../raster/blur.ts";
import type { Ruler } from "../ruler.ts";
import type { Setting } from "../setting.ts";
import { FINE, forLine } from "./freedoms.ts";
import { fitGlyphs, warpOf } from "./glyphs.ts";
import { overlap } from "./overlap.ts";
import { type FitTarget, refine } from "./refine.ts";
import { shrinkPlane } from "./shape.ts";

/** Gain in overlap for which a line is believed to lie on a plane seen at an angle, and to bend. */
const PLANE_GAIN = 0.012;
const BEND_GAIN = 0.05;
/** How coarsely the shape is looked at for a plane, its blur there, pixels, and the gain in overlap from which a closer look is worth it. */
const COARSE = { scale: 1 / 3, blur: 4 / 3, gain: 0.002 } as const;
const FINE_BLUR = 0.8;

/** The plane on which the line lies best, at a coarse look; at a closer one where there is anything to it. */
function onPlane(ruler: Ruler, found: Setting, target: FitTarget): Setting {
  const freedoms = [...forLine(FINE, target.text), "foreshorten", "fan"] as const;
  const seenAs = (scale: number, blur: number): FitTarget => ({
    ...target,
    shape: blurPlane(shrinkPlane(target.shape, scale), blur),
    scale: target.scale * scale,
    extraBlur: blur,
    draft: true,
  });
  const coarse = seenAs(COARSE.scale, COARSE.blur);
  // A straight fit to a line that runs away hides some of it in the word gaps.
  const rough = refine(ruler, { ...found, wordGap: 0 }, { target: coarse, freedoms, rounds: 8 }).setting;
  if (overlap(ruler, rough, coarse) < overlap(ruler, found, coarse) + COARSE.gain) return found;
  return refine(ruler, rough, { target: seenAs(1, FINE_BLUR), freedoms, rounds: 8 }).setting;
}

/** A line set on a plane, moved with it to where both lie best. */
export function settledOnPlane(ruler: Ruler, start: Setting, target: FitTarget): Setting {
  const freedoms = [...forLine(FINE, target.text), "foreshorten", "fan"] as const;
  const soft: FitTarget = { ...target, shape: blurPlane(target.shape, FINE_BLUR), extraBlur: FINE_BLUR, draft: true };
  const near = refine(ruler, start, { target: soft, freedoms, rounds: 8 }).setting;
  return refine(ruler, near, { target, freedoms, rounds: 4 }).setting;
}

/** The setting with the plane and the bend its characters show, where that explains the picture clearly better. */
export function bent(ruler: Ruler, found: Setting, target: FitTarget): Setting {
  const straight = overlap(ruler, found, target);
  if (straight > 0.955 || straight < 0.2 || found.vertical || [...target.text].length < 2) return found;
  const seen = onPlane(ruler, found, target);
  const plane = seen === found ? straight : overlap(ruler, seen, target);
  const flat = plane > straight + PLANE_GAIN ? seen : found;
  const best = Math.max(plane, straight);
  if (best > 0.9 || straight < 0.3) return flat;
  const half = (ruler.metrics(found, target.text).advance * found.sizePx * found.condense) / 2;
  const warp = warpOf(fitGlyphs(ruler, found, { target: { ...target, extraBlur: 0.6 }, most: 14 }), Math.max(1, half));
  if (!warp) return flat;
  const warped = { ...found, warp };
  return overlap(ruler, warped, target) > best + BEND_GAIN ? warped : flat;
}
