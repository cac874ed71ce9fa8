import { luma } from "../../../imaging/raster/colour.ts";
import type { FloatImage } from "../../../imaging/raster/raster.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Pixels } from "../generate/poster-spec.ts";

/** Pixels looked at in each direction. */
const REACH = 8;

const grey = ({ data, width }: Pixels, x: number, y: number): number => {
  const k = (y * width + x) * 4;
  return luma(data[k], data[k + 1], data[k + 2]);
};

function distance(a: Pixels, b: Pixels, at: { rect: Rect<"image">; dx: number; dy: number; step: number }): number {
  const { rect, dx, dy, step } = at;
  let [sum, n] = [0, 0];
  for (let y = Math.max(rect.y, -dy); y < Math.min(rect.y + rect.height, a.height - dy); y += step) {
    for (let x = Math.max(rect.x, -dx); x < Math.min(rect.x + rect.width, a.width - dx); x += step) {
      sum += (grey(a, x + dx, y + dy) - grey(b, x, y)) ** 2;
      n++;
    }
  }
  return n === 0 ? Infinity : sum / n;
}

/** Offset of the least of a parabola through three neighbouring values. */
const bottom = (left: number, middle: number, right: number): number => {
  const bend = left - 2 * middle + right;
  return bend > 1e-9 && Number.isFinite(bend) ? Math.max(-0.5, Math.min(0.5, (left - right) / (2 * bend))) : 0;
};

/** How far `a` is moved against `b` inside the rectangle, to a fraction of a pixel, at most 8 pixels. */
export function shiftBetween(a: Pixels, b: Pixels, rect: Rect<"image">): { dx: number; dy: number } {
  const step = rect.width * rect.height > 60_000 ? 2 : 1;
  let best = { dx: 0, dy: 0, value: Infinity };
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      const value = distance(a, b, { rect, dx, dy, step });
      if (value < best.value) best = { dx, dy, value };
    }
  }
  const beside = (x: number, y: number) => distance(a, b, { rect, dx: best.dx + x, dy: best.dy + y, step });
  return {
    dx: best.dx + bottom(beside(-1, 0), best.value, beside(1, 0)),
    dy: best.dy + bottom(beside(0, -1), best.value, beside(0, 1)),
  };
}

/** The rectangle of a picture moved back by a shift, bilinear; edge pixels repeat. */
export function cropShifted(pixels: Pixels, rect: Rect<"image">, shift: { dx: number; dy: number }): FloatImage {
  const out = new Float32Array(rect.width * rect.height * 3);
  const clamp = (v: number, most: number): number => Math.min(most, Math.max(0, v));
  for (let y = 0, i = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++, i += 3) {
      const [px, py] = [rect.x + x + shift.dx, rect.y + y + shift.dy];
      const [left, top] = [Math.floor(px), Math.floor(py)];
      const [u, v] = [px - left, py - top];
      for (const [ox, oy, w] of [
        [0, 0, (1 - u) * (1 - v)],
        [1, 0, u * (1 - v)],
        [0, 1, (1 - u) * v],
        [1, 1, u * v],
      ]) {
        const k = (clamp(top + oy, pixels.height - 1) * pixels.width + clamp(left + ox, pixels.width - 1)) * 4;
        for (let c = 0; c < 3; c++) out[i + c] += w * pixels.data[k + c];
      }
    }
  }
  return { width: rect.width, height: rect.height, data: out };
}
