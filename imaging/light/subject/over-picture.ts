import type { Rect } from "../../../protocol/geometry.ts";
import { createPlane, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { guidedFilter } from "../kernel/guided-filter.ts";
import { planeSampler } from "../kernel/stretched-sampler.ts";

/** Steps in the picture well below the root of this are no edge, OKLab ×100. */
const EPSILON = 6;
/** Shares of the filtered cut between which it goes from ground to thing. */
const [FROM, TO] = [0.3, 0.7];

/**
 * A cut of a small picture laid over the rectangle of the picture it was made from, drawn to the edges there (guided filter), 0–1, picture-sized.
 * `lab`: OKLab ×100 of the picture.
 */
export function overPicture(
  { width, height }: Pick<RasterImage, "width" | "height">,
  lab: Float32Array,
  { cut, rect }: { readonly cut: Mask; readonly rect: Rect<"image"> },
): Plane {
  const out = createPlane(width, height);
  const at = planeSampler({ ...cut, data: Float32Array.from(cut.data, (v) => v / 255) }, rect);
  const [guide, wide] = [createPlane(rect.width, rect.height), createPlane(rect.width, rect.height)];
  for (let y = 0, k = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++, k++) {
      const i = ((y + rect.y) * width + x + rect.x) * 3;
      guide.data[k] = lab[i] + lab[i + 1] + lab[i + 2];
      wide.data[k] = at(x, y);
    }
  }
  const radius = Math.max(1, Math.round(rect.width / cut.width));
  const fine = guidedFilter(guide, wide, { radius, epsilon: EPSILON });
  for (let k = 0; k < fine.data.length; k++) {
    const i = (Math.floor(k / rect.width) + rect.y) * width + (k % rect.width) + rect.x;
    out.data[i] = Math.min(1, Math.max(0, (fine.data[k] - FROM) / (TO - FROM)));
  }
  return out;
}
