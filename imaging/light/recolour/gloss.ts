import { labelComponents } from "../../raster/components.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Plane } from "../../raster/raster.ts";
import type { ColourGroup } from "./colour-groups.ts";

/** An enclosed part is gloss up to this share of the paint, a fleck up to that. */
const [GLOSS, FLECK] = [0.08, 0.004];
/** So much of its outline runs along the paint. */
const ENCLOSED = 0.85;
/** Stronger colours than this, beside the paint's own strength, are something else; OKLab ×100. A fleck may be of any light, gloss is lighter. */
const [OTHER, LIGHTER] = [7, 2];

/**
 * What lies enclosed in a paint and belongs to it although its colour does not say so: lights where the lamp mirrors in it, and flecks. Those of the
 * thing's own hue or of none are added. `lab`: OKLab ×100, interleaved.
 */
export function withGloss(lab: Float32Array, { mask, within, paint }: { mask: Plane; within: Plane; paint: ColourGroup }): Plane {
  const { width, height, data } = mask;
  const { labels, components } = labelComponents(
    maskWhere(mask, (i) => within.data[i] > 0.5 && data[i] < 0.5),
    4,
  );
  const [beside, around, light, off] = [0, 1, 2, 3].map(() => new Float64Array(components.length + 1));
  const painted = data.reduce((n, v) => n + (v < 0.5 ? 0 : 1), 0);
  for (let i = 0; i < data.length; i++) {
    const label = labels[i];
    if (label === 0) continue;
    light[label] += lab[i * 3];
    off[label] += foreign(lab, i * 3, paint.centre);
    for (const k of [i % width > 0 ? i - 1 : -1, i % width < width - 1 ? i + 1 : -1, i - width, i + width]) {
      if (labels[k] === label) continue;
      around[label]++;
      if (k >= 0 && k < width * height && data[k] >= 0.5) beside[label]++;
    }
  }
  const belongs = components.map(({ label, area }) => {
    if (beside[label] < ENCLOSED * around[label] || off[label] > OTHER * area) return false;
    return area < FLECK * painted || (area < GLOSS * painted && light[label] / area > paint.centre[0] + LIGHTER);
  });
  return { width, height, data: data.map((v, i) => (labels[i] !== 0 && belongs[labels[i] - 1] ? within.data[i] : v)) };
}

/** How much colour a pixel has that is neither the paint's own hue nor less of it. */
function foreign(lab: Float32Array, at: number, [, a, b]: readonly number[]): number {
  const strength = Math.hypot(a, b);
  const own = Math.hypot(lab[at + 1], lab[at + 2]);
  if (strength < OTHER) return own;
  const along = Math.max(0, (lab[at + 1] * a + lab[at + 2] * b) / strength);
  return Math.sqrt(Math.max(0, own ** 2 - along ** 2)) * 0.6;
}
