import { erode } from "../../raster/dilate.ts";
import type { Mask, Plane } from "../../raster/raster.ts";

/** Coverage from which a drawn pixel is letter and nothing else. */
const FULL = 0.93;
/** Share of such pixels that lie on ink where letters lie well, and below which the ink was not seen well enough to say. */
const LIE_WELL = 0.97;
const SEEN = 0.5;

/**
 * Where letters of a face that is only near lie on the ink that was seen: elsewhere they would take the ground for their colour.
 * `undefined` where they lie well, or where too little ink was seen. A pixel of the seen ink's rim, mixed with the ground, is left out.
 */
export function agreedInk(drawn: Plane, inkMask: Mask): Mask | undefined {
  let [full, on] = [0, 0];
  for (let i = 0; i < drawn.data.length; i++) {
    if (drawn.data[i] < FULL) continue;
    full++;
    if (inkMask.data[i] !== 0) on++;
  }
  const share = on / Math.max(1, full);
  if (share > LIE_WELL || share < SEEN) return undefined;
  const inner = erode(inkMask, 1);
  const left = drawn.data.reduce((n, d, i) => n + (d >= FULL && inner.data[i] !== 0 ? 1 : 0), 0);
  return left > SEEN * on ? inner : inkMask;
}
