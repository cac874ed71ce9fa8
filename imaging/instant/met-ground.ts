import { blurPlane } from "../raster/blur.ts";
import { luma } from "../raster/colour.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../raster/raster.ts";

/** Ink below this share of a pixel leaves the ground as it was. */
const BARE = 0.02;
/** Less ground than this between the letters, share of the mask and pixels, says nothing of the rest. */
const ENOUGH = { share: 0.1, pixels: 80 };
/** Grain finer than this Gaussian σ, pixels, is no smear. */
const GRAIN = 1.5;
/** A pixel about which less than this share of what the blur gathers is bare tells nothing apart from grain. */
const GATHERED = 0.15;

/** A smear is no more than all that is off; so little nobody sees, and it is not told apart from grain. */
const FAINT = 3;

/** How far a restored ground is off where the source still shows it, 0–255 RMS. */
export interface MetGround {
  /** Of the worst channel. */
  readonly error: number;
  /** Of lightness, fine grain blurred away: what a person sees as a smear. */
  readonly smear: number;
}

interface Compared {
  readonly source: FloatImage;
  readonly plate: FloatImage;
}

function errorAt({ source, plate }: Compared, bare: readonly number[]): number {
  const sums = [0, 0, 0];
  for (const i of bare) for (let c = 0; c < 3; c++) sums[c] += (source.data[i * 3 + c] - plate.data[i * 3 + c]) ** 2;
  return Math.sqrt(Math.max(...sums) / bare.length);
}

function smearAt({ source, plate }: Compared, bare: readonly number[]): number {
  const [off, known] = [createPlane(source.width, source.height), createPlane(source.width, source.height)];
  const grey = ({ data }: FloatImage, i: number): number => luma(data[i * 3], data[i * 3 + 1], data[i * 3 + 2]);
  for (const i of bare) {
    off.data[i] = grey(source, i) - grey(plate, i);
    known.data[i] = 1;
  }
  const [sum, weight] = [blurPlane(off, GRAIN).data, blurPlane(known, GRAIN).data];
  const told = bare.filter((i) => weight[i] >= GATHERED);
  return Math.sqrt(told.reduce((all, i) => all + (sum[i] / weight[i]) ** 2, 0) / Math.max(1, told.length));
}

/**
 * How far the restored ground is off between and inside the letters, under the mask but under no ink; `undefined` where the letters leave too little of it.
 * Unlike errors beside the text this is the very ground in question.
 */
export function metGround(
  compared: Compared,
  at: { readonly mask: Mask; readonly ink: Plane; readonly seenInk: Mask; readonly foreign: Mask },
): MetGround | undefined {
  let all = 0;
  const bare: number[] = [];
  for (let i = 0; i < at.mask.data.length; i++) {
    if (at.mask.data[i] === 0 || at.foreign.data[i] !== 0) continue;
    all++;
    if (at.ink.data[i] <= BARE && at.seenInk.data[i] === 0) bare.push(i);
  }
  if (bare.length < ENOUGH.pixels || bare.length < ENOUGH.share * all) return undefined;
  const error = errorAt(compared, bare);
  return { error, smear: error < FAINT ? error : smearAt(compared, bare) };
}
