import type { Rect } from "../../../protocol/geometry.ts";
import { labelComponents } from "../../raster/components.ts";
import { growRect } from "../../raster/crop.ts";
import { distanceToMask } from "../../raster/distance.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import { createPlane, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { guidedFilter } from "../kernel/guided-filter.ts";
import { type ColourGroup, paintDistance } from "./colour-groups.ts";

/** Radius of the filter that follows the picture's edges, pixels. */
const RADIUS = 2;

/** Distance to the nearest group, at most 60. */
function nearest(lab: Float32Array, i: number, groups: readonly ColourGroup[]): number {
  let least = 60;
  for (let k = 0; k < groups.length; k++) {
    const d = paintDistance(lab[i * 3], lab[i * 3 + 1], lab[i * 3 + 2], groups[k].centre);
    if (d < least) least = d;
  }
  return least;
}

/** Where a paint may be: the box of what a plane allows, with room for the windows of the filter along its edge. */
function boundsOf({ width, height, data }: Plane): Rect<"image"> {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width);
    const first = row.findIndex((v) => v > 0);
    if (first < 0) continue;
    const last = row.findLastIndex((v) => v > 0);
    [left, top, right, bottom] = [Math.min(left, first), Math.min(top, y), Math.max(right, last), y];
  }
  return growRect({ x: left, y: top, width: Math.max(0, right + 1 - left), height: Math.max(0, bottom + 1 - top) }, 2 * RADIUS, {
    width,
    height,
  });
}

/** Share of each pixel that has the paint, 0–1: colour distance to the nearest of its groups against that to the nearest other, edges kept. */
export function paintMask(
  picture: Pick<RasterImage, "width" | "height">,
  lab: Float32Array,
  { paint, others, within }: { paint: readonly ColourGroup[]; others: readonly ColourGroup[]; within: Plane },
): Plane {
  const out = createPlane(picture.width, picture.height);
  const box = boundsOf(within);
  const [raw, guide] = [createPlane(box.width, box.height), createPlane(box.width, box.height)];
  const inPicture = (k: number): number => (box.y + Math.floor(k / box.width)) * picture.width + box.x + (k % box.width);
  for (let k = 0; k < raw.data.length; k++) {
    const i = inPicture(k);
    guide.data[k] = 0.5 * lab[i * 3] + lab[i * 3 + 1] + lab[i * 3 + 2];
    if (within.data[i] <= 0) continue;
    const own = nearest(lab, i, paint);
    raw.data[k] = own < 24 && own < nearest(lab, i, others) ? 1 : 0;
  }
  const soft = guidedFilter(guide, raw, { radius: RADIUS, epsilon: 3 });
  for (let k = 0; k < raw.data.length; k++) {
    const i = inPicture(k);
    out.data[i] = Math.min(1, Math.max(0, (soft.data[k] - 0.12) / 0.76)) * within.data[i];
  }
  return out;
}

const hardened = (mask: Plane): Mask => maskWhere(mask, (i) => mask.data[i] > 0.3);

/** Parts this much smaller than the largest are details of it; and this far from it, share of the longer side, they are other things. */
const [DETAIL, APART] = [0.15, 0.015];

/** Whether a large part of the mask lies clear of the largest one: one thing that is cut in two by what lies over it has no such gap. */
export function standApart(mask: Plane): boolean {
  const { labels, components } = labelComponents(hardened(mask));
  const [first, ...others] = components.toSorted((a, b) => b.area - a.area);
  const large = others.filter((c) => c.area > DETAIL * first.area);
  if (large.length === 0) return false;
  const far = distanceToMask(maskWhere(mask, (i) => labels[i] === first.label));
  const nearest = new Float64Array(components.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < labels.length; i++) nearest[labels[i]] = Math.min(nearest[labels[i]], far[i]);
  return large.some(({ label }) => nearest[label] > APART * Math.max(mask.width, mask.height));
}

/** Drops parts smaller than `share` of the largest one: stray pixels of a like colour elsewhere. */
export function largestParts(mask: Plane, share: number): Plane {
  const { labels, components } = labelComponents(hardened(mask));
  const most = components.reduce((m, c) => Math.max(m, c.area), 0);
  return { ...mask, data: mask.data.map((v, i) => (labels[i] === 0 || components[labels[i] - 1].area >= share * most ? v : 0)) };
}
