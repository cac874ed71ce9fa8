import { labelComponents } from "../../raster/components.ts";
import { createPlane, type Mask, type Plane, type RasterImage } from "../../raster/raster.ts";
import { guidedFilter } from "../kernel/guided-filter.ts";
import { type ColourGroup, paintDistance } from "./colour-groups.ts";

/** Distance to the nearest group, at most 60. */
function nearest(lab: Float32Array, i: number, groups: readonly ColourGroup[]): number {
  let least = 60;
  for (let k = 0; k < groups.length; k++) {
    const d = paintDistance(lab[i * 3], lab[i * 3 + 1], lab[i * 3 + 2], groups[k].centre);
    if (d < least) least = d;
  }
  return least;
}

/** Share of each pixel that has the paint, 0–1: colour distance to the nearest of its groups against that to the nearest other, edges kept. */
export function paintMask(
  picture: Pick<RasterImage, "width" | "height">,
  lab: Float32Array,
  { paint, others, within }: { paint: readonly ColourGroup[]; others: readonly ColourGroup[]; within: Plane },
): Plane {
  const { width, height } = picture;
  const raw = createPlane(width, height);
  for (let i = 0; i < raw.data.length; i++) {
    if (within.data[i] <= 0) continue;
    const own = nearest(lab, i, paint);
    const other = nearest(lab, i, others);
    raw.data[i] = own / (own + other + 1e-6) < 0.5 && own < 24 ? 1 : 0;
  }
  const guide: Plane = {
    width,
    height,
    data: Float32Array.from({ length: width * height }, (_, i) => 0.5 * lab[i * 3] + lab[i * 3 + 1] + lab[i * 3 + 2]),
  };
  const soft = guidedFilter(guide, raw, { radius: 2, epsilon: 3 });
  return { width, height, data: soft.data.map((v, i) => Math.min(1, Math.max(0, (v - 0.12) / 0.76)) * within.data[i]) };
}

/** Drops parts smaller than `share` of the largest one: stray pixels of a like colour elsewhere. */
export function largestParts(mask: Plane, share: number): Plane {
  const hard: Mask = { width: mask.width, height: mask.height, data: Uint8Array.from(mask.data, (v) => (v > 0.3 ? 255 : 0)) };
  const { labels, components } = labelComponents(hard);
  const most = components.reduce((m, c) => Math.max(m, c.area), 0);
  return { ...mask, data: mask.data.map((v, i) => (labels[i] === 0 || components[labels[i] - 1].area >= share * most ? v : 0)) };
}
