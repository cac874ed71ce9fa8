import type { FloatImage, Mask, Plane } from "../raster/raster.ts";

/** Ink below this share of a pixel leaves the ground as it was. */
const BARE = 0.02;
/** Less ground than this between the letters, share of the mask and pixels, says nothing of the rest. */
const ENOUGH = { share: 0.1, pixels: 80 };

/**
 * How far the restored ground is off where the source still shows it: between and inside the letters, under the mask but under no ink. 0–255 RMS of the worst
 * channel; `undefined` where the letters leave too little of it. Unlike errors beside the text this is the very ground in question.
 */
export function metGround(
  { source, plate }: { readonly source: FloatImage; readonly plate: FloatImage },
  at: { readonly mask: Mask; readonly ink: Plane; readonly seenInk: Mask; readonly foreign: Mask },
): number | undefined {
  const sums = [0, 0, 0];
  let [all, bare] = [0, 0];
  for (let i = 0; i < at.mask.data.length; i++) {
    if (at.mask.data[i] === 0 || at.foreign.data[i] !== 0) continue;
    all++;
    if (at.ink.data[i] > BARE || at.seenInk.data[i] !== 0) continue;
    bare++;
    for (let c = 0; c < 3; c++) sums[c] += (source.data[i * 3 + c] - plate.data[i * 3 + c]) ** 2;
  }
  if (bare < ENOUGH.pixels || bare < ENOUGH.share * all) return undefined;
  return Math.sqrt(Math.max(...sums) / bare);
}
