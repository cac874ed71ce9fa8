import { blurPlane } from "../../raster/blur.ts";
import type { Plane } from "../../raster/raster.ts";

/** Farthest shift looked for, as a share of the shorter side. */
const FARTHEST = 0.12;
/** Differences beyond this count no more: what was changed on purpose must not pull. Levels. */
const CEILING = 20;
/** How much better (share) a shift must be than none: flat pictures have no opinion. */
const BETTER = 0.97;

const detail = (plane: Plane): Float32Array => {
  const low = blurPlane(plane, 5).data;
  return plane.data.map((v, i) => v - low[i]);
};

interface Pair {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly width: number;
  readonly height: number;
}

function mismatch({ a, b, width, height }: Pair, dx: number, dy: number): number {
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
    for (let x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
      sum += Math.min(CEILING, Math.abs(a[y * width + x] - b[(y + dy) * width + x + dx]));
      count++;
    }
  }
  return sum / count;
}

export interface Shift {
  readonly x: number;
  readonly y: number;
}

/**
 * The whole-pixel shifts that take `source` to `output` best, at most `count`, best first and no two neighbours, none among them. For
 * small planes of one size: tries all up to 12 % of the side.
 */
export function firstShifts(source: Plane, output: Plane, count: number): readonly Shift[] {
  const { width, height } = source;
  const pair = { a: detail(source), b: detail(output), width, height };
  const reach = Math.floor(Math.min(width, height) * FARTHEST);
  const tried: (Shift & { readonly cost: number })[] = [];
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) tried.push({ x, y, cost: mismatch(pair, x, y) * (x === 0 && y === 0 ? BETTER : 1) });
  }
  const taken: Shift[] = [];
  for (const { x, y } of tried.sort((a, b) => a.cost - b.cost)) {
    if (taken.every((t) => Math.max(Math.abs(t.x - x), Math.abs(t.y - y)) > 1)) taken.push({ x, y });
    if (taken.length === count - 1) break;
  }
  return taken.some((t) => t.x === 0 && t.y === 0) ? taken : [...taken, { x: 0, y: 0 }];
}
