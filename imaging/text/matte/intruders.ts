import { labelComponents } from "../../raster/components.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask } from "../../raster/raster.ts";
import type { LineFrame } from "../frame.ts";

/**
 * Drops pieces that reach in from outside: a panel's edge, an icon's tip, another line's descenders. A piece is an intruder
 * where it touches the end of the zone ink may be in and either hugs the box's rim or is slight against the line's height.
 */
export function withoutIntruders(ink: Mask, frame: LineFrame, near: Uint8Array): Mask {
  const { labels, components } = labelComponents(ink);
  const { width, height } = ink;
  const stats = components.map(() => ({ touches: false, sum: 0, n: 0, low: Infinity, high: -Infinity }));
  const outside = (x: number, y: number) => x < 0 || y < 0 || x >= width || y >= height || near[y * width + x] === 0;
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (labels[i] === 0) continue;
      const s = stats[labels[i] - 1];
      const v = frame.v[i];
      s.sum += v;
      s.n++;
      if (v < s.low) s.low = v;
      if (v > s.high) s.high = v;
      if (!s.touches) s.touches = outside(x - 1, y) || outside(x + 1, y) || outside(x, y - 1) || outside(x, y + 1);
    }
  }
  const intrudes = stats.map((s) => s.touches && (Math.abs(s.sum / s.n) > 0.8 * frame.halfV || s.high - s.low < 0.5 * frame.halfV));
  return maskWhere(ink, (i) => labels[i] !== 0 && !intrudes[labels[i] - 1]);
}
