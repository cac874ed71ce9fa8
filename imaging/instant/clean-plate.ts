import { isSeen, type Leftover, leftoverOf, NO_LEFTOVER } from "../quality/leftover.ts";
import { dilate } from "../raster/dilate.ts";
import type { FloatImage, Mask, Plane } from "../raster/raster.ts";
import { CUT_OFF } from "../text/plate/seam.ts";
import { whatGoesOn } from "../text/plate/what-goes-on.ts";
import type { Plate } from "../text/types.ts";

/** A plate with what was replaced for it. */
export interface CleanPlate {
  readonly plate: Plate;
  readonly mask: Mask;
  /** What is left of the letters' shape in it. */
  readonly leftover: Leftover;
}

/** How much wider the mask grows where remains are seen: a share of the type's size, and at least so many pixels. */
const WIDER = { em: 0.06, least: 3 } as const;
/** The wider one must leave so much less. */
const WORTH_IT = 0.8;

/** Whether the ground was told from the very rim of what the letters stand on. */
const isOnLabel = ({ method }: Plate): boolean => method === "rim" || method === "label";

const without = (mask: Mask, foreign: Mask): Mask => ({ ...mask, data: mask.data.map((m, i) => (foreign.data[i] === 0 ? m : 0)) });

/** A tighter mask must leave no more than this of what the mask cut off. */
const HEALED = 0.5;

/** The plate, or where it cuts something off, the one under the ink alone if that shows the letters to stand on a label and leaves it whole. */
async function whole(first: CleanPlate, tight: (() => Mask) | undefined, made: (mask: Mask) => Promise<CleanPlate>): Promise<CleanPlate> {
  if (tight === undefined || first.plate.seam <= CUT_OFF) return first;
  const other = await made(tight());
  return isOnLabel(other.plate) && other.plate.seam < HEALED * first.plate.seam ? other : first;
}

/**
 * The plate under a mask, checked for what is left of the letters: where their shape still shows, the mask was too tight for the
 * picture's soft edges, and the plate is made once more with a wider one; where it reached over something else, once more without that.
 */
export async function cleanPlate(
  mask: Mask,
  at: {
    /** Coverage of the letters as they were drawn. */
    readonly shape: Plane;
    readonly foreign: Mask;
    readonly sizePx: number;
    /** The letters' ink alone, for a label so tight that the mask reaches over its edge. */
    readonly tight?: (() => Mask) | undefined;
    /** Which of the letters a pixel belongs to. */
    readonly letterAt?: ((i: number) => number) | undefined;
    /** The picture as it was, and 255 where letters surely are: what else the source shows to go on from outside the mask then stays. */
    readonly known?: { readonly source: FloatImage; readonly letters: Mask } | undefined;
    readonly restore: (mask: Mask) => Promise<Plate>;
  },
): Promise<CleanPlate> {
  const { shape, foreign, sizePx, letterAt } = at;
  const letters = letterAt && { at: letterAt, sizePx };
  const made = async (all: Mask): Promise<CleanPlate> => {
    const first = await at.restore(all);
    const kept = at.known && whatGoesOn({ ...at.known, plate: first.pixels, mask: all, foreign });
    const under = kept === undefined ? all : without(all, kept);
    const plate = kept === undefined ? first : await at.restore(under);
    // A film held by the very rim keeps no form of the letters, and the label's edge just beyond it is none.
    const leftover = isOnLabel(plate) ? NO_LEFTOVER : leftoverOf(plate.pixels, { shape, mask: under, foreign, letters });
    return { plate, mask: under, leftover };
  };
  const first = await whole(await made(mask), at.tight, made);
  if (!isSeen(first.leftover)) return first;
  const wider = without(dilate(mask, Math.max(WIDER.least, Math.round(WIDER.em * sizePx))), foreign);
  const second = await made(wider);
  const cutsMore = second.plate.seam > Math.max(CUT_OFF, first.plate.seam);
  if (cutsMore || second.leftover.strength >= WORTH_IT * first.leftover.strength) return first;
  // A ground that had taken on one letter's form is a guess around it, and stays one.
  return { ...second, leftover: { ...second.leftover, oneLetter: first.leftover.oneLetter } };
}
