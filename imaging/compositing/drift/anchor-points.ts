import type { Plane } from "../../raster/raster.ts";

/** Where the source has structure to hold on to: centres (continuous pixels), value and gradient there, one entry a point. */
export interface AnchorPoints {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly value: Float32Array;
  readonly gx: Float32Array;
  readonly gy: Float32Array;
}

/** Gradients below this (levels a pixel) are noise. */
const LEAST = 0.6;

function strongestIn(plane: Plane, cell: { x0: number; y0: number; x1: number; y1: number }): number {
  const { width, data } = plane;
  let [best, most] = [-1, LEAST * LEAST * 4];
  for (let y = cell.y0; y < cell.y1; y++) {
    for (let x = cell.x0; x < cell.x1; x++) {
      const i = y * width + x;
      const dx = data[i + 1] - data[i - 1];
      const dy = data[i + width] - data[i - width];
      if (dx * dx + dy * dy <= most) continue;
      most = dx * dx + dy * dy;
      best = i;
    }
  }
  return best;
}

/** The strongest gradient of each cell of an even grid, at most about `count` points: spread over the picture, no corner outvotes the rest. */
export function anchorPoints(plane: Plane, count: number): AnchorPoints {
  const { width, height, data } = plane;
  const side = Math.max(1, Math.round(Math.sqrt((width * height) / count)));
  const found: number[] = [];
  for (let y0 = 2; y0 < height - 2; y0 += side) {
    for (let x0 = 2; x0 < width - 2; x0 += side) {
      const at = strongestIn(plane, { x0, y0, x1: Math.min(width - 2, x0 + side), y1: Math.min(height - 2, y0 + side) });
      if (at >= 0) found.push(at);
    }
  }
  return {
    x: Float32Array.from(found, (i) => (i % width) + 0.5),
    y: Float32Array.from(found, (i) => Math.floor(i / width) + 0.5),
    value: Float32Array.from(found, (i) => data[i]),
    gx: Float32Array.from(found, (i) => (data[i + 1] - data[i - 1]) / 2),
    gy: Float32Array.from(found, (i) => (data[i + width] - data[i - width]) / 2),
  };
}

/** At most `most` of the points, evenly taken. */
export function thinned(points: AnchorPoints, most: number): AnchorPoints {
  const stride = Math.ceil(points.x.length / most);
  if (stride <= 1) return points;
  const { x, y, value, gx, gy } = points;
  const keep = (v: Float32Array): Float32Array => v.filter((_, i) => i % stride === 0);
  return { x: keep(x), y: keep(y), value: keep(value), gx: keep(gx), gy: keep(gy) };
}
