import type { OrientedBox } from "../../protocol/geometry.ts";
import type { Mask } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";

/** A found box has air around its letters, as much beside as above them: what comes into this share of its height, from the middle, comes among them. */
const CORE = 0.84;
/** Share of the core from which the ink that comes in is seen. */
const SEEN = 0.01;

/** Share of the box's core that is set, 0–1. */
function inkIn({ width, height, data }: Mask, box: OrientedBox<"image">): number {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  const [halfU, halfV] = [(box.width - (1 - CORE) * box.height) / 2, (CORE * box.height) / 2];
  const reach = { x: Math.abs(halfU * cos) + Math.abs(halfV * sin), y: Math.abs(halfU * sin) + Math.abs(halfV * cos) };
  const [left, right] = [Math.max(0, Math.ceil(box.cx - reach.x)), Math.min(width - 1, Math.floor(box.cx + reach.x))];
  const [top, bottom] = [Math.max(0, Math.ceil(box.cy - reach.y)), Math.min(height - 1, Math.floor(box.cy + reach.y))];
  let ink = 0;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      if (data[y * width + x] === 0) continue;
      const [dx, dy] = [x - box.cx, y - box.cy];
      if (Math.abs(dx * cos + dy * sin) <= halfU && Math.abs(dy * cos - dx * sin) <= halfV) ink++;
    }
  }
  return ink / Math.max(1, 4 * halfU * halfV);
}

/**
 * The first of the lines that stay into whose letters new ink comes; `undefined` where there is none. `painted`: picture-sized, 255 = new letters, without what they cast;
 * `before`: around the old ink, which may have reached in already. ~1 ms per line.
 */
export function runsInto(
  painted: Mask,
  at: { readonly before: OrientedBox<"image">; readonly staying: readonly TextLine[] },
): TextLine | undefined {
  return at.staying.find(({ box }) => !meet(at.before, box) && inkIn(painted, box) > SEEN);
}

/** Whether two boxes' cores overlap, along the axes of the second. */
function meet(a: OrientedBox<"image">, b: OrientedBox<"image">): boolean {
  const [cos, sin] = [Math.cos(b.angle), Math.sin(b.angle)];
  const [dx, dy] = [a.cx - b.cx, a.cy - b.cy];
  const beside = Math.abs(dx * cos + dy * sin) < (a.width + b.width) / 2;
  return beside && Math.abs(dy * cos - dx * sin) < (CORE * (a.height + b.height)) / 2;
}
