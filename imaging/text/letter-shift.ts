import type { Mask, Plane } from "../raster/raster.ts";

/** One step of registration sees no further than this, pixels. */
const FURTHEST = 3;

interface Sums {
  xx: number;
  xy: number;
  yy: number;
  xe: number;
  ye: number;
}

/** The step that best moves one onto the other, from sums over their pixels (Lucas and Kanade 1981); 0 where nothing tells. */
function stepOf({ xx, xy, yy, xe, ye }: Sums): number {
  // Grain makes slopes where there is nothing; edges have far more.
  const ridge = 0.02 * (xx + yy) + 1;
  const det = (xx + ridge) * (yy + ridge) - xy * xy;
  const dx = ((yy + ridge) * xe - xy * ye) / det;
  const dy = ((xx + ridge) * ye - xy * xe) / det;
  return Math.min(FURTHEST, Math.hypot(dx, dy));
}

/**
 * How far the worst letter drawn again lies from where it is seen, pixels, at most 3. Planes are luma 0–255; `u` each pixel's place along the line,
 * `pens` where each letter begins.
 */
export function letterShift(
  drawn: { readonly source: Plane; readonly again: Plane },
  at: { readonly mask: Mask; readonly u: Float32Array; readonly pens: readonly number[] },
): number {
  const { width, height, data } = drawn.again;
  const letters = at.pens.slice(1).map(() => ({ xx: 0, xy: 0, yy: 0, xe: 0, ye: 0 }));
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const letter = at.mask.data[i] === 0 ? undefined : letters[at.pens.findLastIndex((p) => p <= at.u[i])];
      if (letter === undefined) continue;
      const [gx, gy] = [(data[i + 1] - data[i - 1]) / 2, (data[i + width] - data[i - width]) / 2];
      const off = data[i] - drawn.source.data[i];
      letter.xx += gx * gx;
      letter.xy += gx * gy;
      letter.yy += gy * gy;
      letter.xe += gx * off;
      letter.ye += gy * off;
    }
  }
  return Math.max(0, ...letters.map(stepOf));
}
