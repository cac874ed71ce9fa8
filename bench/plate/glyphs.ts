import { mulberry32 } from "../../imaging/raster/random.ts";
import { SIZE } from "./grounds.ts";

/** Bar from (x0, y0) to (x1, y1), pixels. */
type Bar = readonly [number, number, number, number];

/** Six made-up characters of four bars each, 84 px apart, 110 px high. */
function bars(): Bar[] {
  const next = mulberry32(5);
  return Array.from({ length: 24 }, (_, i) => {
    const x = 76 + Math.floor(i / 4) * 84;
    const end = () => [x + next() * 66, 66 + next() * 108] as const;
    return [...end(), ...end()] as const;
  });
}

function distanceToBar(x: number, y: number, [x0, y0, x1, y1]: Bar): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/** Antialiased coverage `[H, W]`, 0–1, of strokes 13 px wide. */
export function glyphCoverage(): Float32Array {
  const all = bars();
  return Float32Array.from({ length: SIZE.width * SIZE.height }, (_, i) => {
    const d = Math.min(...all.map((bar) => distanceToBar(i % SIZE.width, Math.floor(i / SIZE.width), bar)));
    return Math.min(1, Math.max(0, 7 - d));
  });
}

/** Coverage of one solid box 400×110: the hardest shape, nothing shows through it. */
export function boxCoverage(): Float32Array {
  return Float32Array.from({ length: SIZE.width * SIZE.height }, (_, i) => {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    return Math.abs(x - 312) < 200 && Math.abs(y - 120) < 55 ? 1 : 0;
  });
}
