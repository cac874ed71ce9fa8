import type { Rect } from "../../../protocol/geometry.ts";
import type { Plane } from "../../raster/raster.ts";
import type { ColourGroup } from "./colour-groups.ts";

/** Colours count as one to the eye from this likeness of hue on (cosine) … */
const HUE = 0.94;
/** … where they are this strong beside the paint's strength. */
const STRENGTH = 0.45;
/** A paint weaker than this has no hue, OKLab ×100. */
const COLOURED = 5;

/**
 * How much of an area has the paint's hue and was left as it is, as a share of what was painted: patches of the thing that were missed, or
 * another thing of its colour beside it. `lab`: OKLab ×100, interleaved.
 */
export function unpaintedKin(
  lab: Float32Array,
  { paint, mask, area }: { readonly paint: ColourGroup; readonly mask: Plane; readonly area: Rect<"image"> },
): number {
  const [, a, b] = paint.centre;
  const strength = Math.hypot(a, b);
  if (strength < COLOURED) return 0;
  let [left, painted] = [0, 0];
  for (let y = area.y; y < area.y + area.height; y++) {
    for (let i = y * mask.width + area.x; i < y * mask.width + area.x + area.width; i++) {
      painted += mask.data[i];
      if (mask.data[i] > 0.3) continue;
      const [u, v] = [lab[i * 3 + 1], lab[i * 3 + 2]];
      const own = Math.hypot(u, v);
      if (own > STRENGTH * strength && u * a + v * b > HUE * own * strength) left++;
    }
  }
  return painted === 0 ? 0 : left / painted;
}
