import { pixelWords } from "./pixel-words.ts";
import type { RasterImage } from "./raster.ts";

/** Pixels that should not have changed: how many there are, how many did, and the largest step in any of their channels. */
export interface OutsideChange {
  readonly pixels: number;
  readonly changed: number;
  readonly maxDiff: number;
}

/** Compares two pictures of one size at every pixel where `inside`, one value a pixel, is 0; all four channels count. Throws where the sizes differ. */
export function compareOutside(source: RasterImage, result: RasterImage, inside: Uint8Array): OutsideChange {
  if (source.width !== result.width || source.height !== result.height) throw new RangeError("the pictures differ in size");
  let pixels = 0;
  let changed = 0;
  let maxDiff = 0;
  const a = pixelWords(source);
  const b = pixelWords(result);
  for (let i = 0; i < a.length; i++) {
    if (inside[i] !== 0) continue;
    pixels++;
    if (a[i] === b[i]) continue;
    let diff = 0;
    for (let c = i * 4; c < i * 4 + 4; c++) diff = Math.max(diff, Math.abs(source.data[c] - result.data[c]));
    changed++;
    maxDiff = Math.max(maxDiff, diff);
  }
  return { pixels, changed, maxDiff };
}
