import type { OrientedBox, Rect } from "../../protocol/geometry.ts";
import type { CharSpot } from "./types.ts";

/** A line's own axes inside its region: `u` along the reading direction, `v` across, both from the box's centre, in pixels. */
export interface LineFrame {
  readonly width: number;
  readonly height: number;
  /** Half length of the box along and across. */
  readonly halfU: number;
  readonly halfV: number;
  readonly angle: number;
  /** Characters stand below each other. */
  readonly vertical: boolean;
  /** Box centre in region pixels. */
  readonly cx: number;
  readonly cy: number;
  /** `[H, W]` of each pixel centre's position. */
  readonly u: Float32Array;
  readonly v: Float32Array;
}

export function lineFrame(box: OrientedBox<"image">, rect: Rect<"image">, vertical = false): LineFrame {
  const { width, height } = rect;
  const cx = box.cx - rect.x;
  const cy = box.cy - rect.y;
  const cos = Math.cos(box.angle);
  const sin = Math.sin(box.angle);
  const u = new Float32Array(width * height);
  const v = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const dx = x + 0.5 - cx;
      const dy = y + 0.5 - cy;
      u[i] = dx * cos + dy * sin;
      v[i] = -dx * sin + dy * cos;
    }
  }
  return { width, height, halfU: box.width / 2, halfV: box.height / 2, angle: box.angle, vertical, cx, cy, u, v };
}

/** Where one character's cell ends and the next begins, as `u`; one more entry than there are cells. */
export function cellEdges(chars: readonly CharSpot[], halfU: number): readonly number[] {
  const centres = chars.filter((c) => c.char.trim() !== "").map((c) => c.at - halfU);
  if (centres.length === 0) return [-halfU, halfU];
  const edges = [-Infinity];
  for (let i = 1; i < centres.length; i++) edges.push((centres[i - 1] + centres[i]) / 2);
  edges.push(Infinity);
  return edges;
}

/** Index of the cell that `u` falls into. */
export function cellOf(edges: readonly number[], u: number): number {
  let lo = 0;
  let hi = edges.length - 2;
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1;
    if (edges[mid] <= u) lo = mid;
    else hi = mid - 1;
  }
  return lo;
}
