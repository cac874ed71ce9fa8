import { blurPlane } from "../../raster/blur.ts";
import type { Ruler, Setting } from "../setting.ts";
import { FINE, forLine } from "./freedoms.ts";
import { fitGlyphs, warpOf } from "./glyphs.ts";
import { overlap } from "./overlap.ts";
import { type FitTarget, refine } from "./refine.ts";

/** Gain in overlap for which a line is believed to lie on a plane seen at an angle, and to bend. */
const PLANE_GAIN = 0.012;
const BEND_GAIN = 0.05;
/** Blurs while looking for a plane, shape pixels: coarse, then fine. */
const LOOSE_BLURS = [4, 0.8];

/** The setting with the plane and the bend its characters show, where that explains the picture clearly better. */
export function bent(ruler: Ruler, found: Setting, target: FitTarget): Setting {
  const straight = overlap(ruler, found, target);
  if (straight > 0.955 || straight < 0.2 || found.vertical || [...target.text].length < 2) return found;
  // A straight fit to a line that runs away hides some of it in the word gaps.
  const freedoms = [...forLine(FINE, target.text), "foreshorten", "fan"] as const;
  const seen = LOOSE_BLURS.reduce(
    (setting, blur) => {
      const loose = { ...target, shape: blurPlane(target.shape, blur), extraBlur: blur, draft: true };
      return refine(ruler, setting, { target: loose, freedoms, rounds: 8 }).setting;
    },
    { ...found, wordGap: 0 },
  );
  const plane = overlap(ruler, seen, target);
  const flat = plane > straight + PLANE_GAIN ? seen : found;
  const best = Math.max(plane, straight);
  if (best > 0.9 || straight < 0.3) return flat;
  const half = (ruler.metrics(found, target.text).advance * found.sizePx * found.condense) / 2;
  const warp = warpOf(fitGlyphs(ruler, found, { target: { ...target, extraBlur: 0.6 }, most: 14 }), Math.max(1, half));
  if (!warp) return flat;
  const warped = { ...found, warp };
  return overlap(ruler, warped, target) > best + BEND_GAIN ? warped : flat;
}
