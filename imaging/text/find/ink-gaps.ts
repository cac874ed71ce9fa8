import type { FloatImage } from "../../raster/raster.ts";
import { inkOf } from "./ink-heights.ts";

/** Share of the rims that may be ink: tall letters reach them, and white between letters is told by whole columns. */
const UNCLEAN = 0.35;

/** Longest run of columns without ink between two of them. */
function widestGap(columns: Uint8Array, from: number, to: number): number {
  let [best, run] = [0, 0];
  for (let x = Math.round(from); x <= to; x++) {
    run = columns[x] === 0 ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}

/**
 * White between each character and the next, shares of the height of the line's ink, told the characters' centres (columns of the strip). `undefined`
 * where the ground is too busy to tell.
 */
export function inkGaps(strip: FloatImage, centres: readonly number[]): readonly number[] | undefined {
  const ink = inkOf(strip, UNCLEAN);
  if (!ink) return undefined;
  const { width, height } = strip;
  const columns = new Uint8Array(width);
  let [top, bottom] = [height, 0];
  for (let i = 0; i < ink.length; i++) {
    if (ink[i] === 0) continue;
    columns[i % width] = 1;
    top = Math.min(top, Math.floor(i / width));
    bottom = Math.max(bottom, Math.floor(i / width));
  }
  return centres.slice(1).map((centre, i) => widestGap(columns, centres[i]!, centre) / Math.max(1, bottom - top));
}
