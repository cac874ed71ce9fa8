import type { Rect } from "../../protocol/geometry.ts";
import { blurPlane } from "../raster/blur.ts";
import { boundsOfMask, cropMask, cropPlane, growRect } from "../raster/crop.ts";
import { dilate } from "../raster/dilate.ts";
import { solveLinear } from "../raster/linear-system.ts";
import { createPlane, type FloatImage, type Mask, type Plane } from "../raster/raster.ts";
import { lumaPlane } from "../raster/ssim.ts";

/** What is coarser than this Gaussian σ, pixels, is the ground's light and no letter's trace. */
const COARSE = 6;
/** Blurs of the letters' body and of the rim around their edges, σ in pixels. */
const BODY = 1;
const RIM = 2;

/** How far a value reaches through all these blurs, pixels. */
const REACH = 3 * (COARSE + RIM + BODY) + 1;

/** A plane without what is coarse in it. */
function fine(plane: Plane): Float32Array {
  const coarse = blurPlane(plane, COARSE).data;
  for (let i = 0; i < coarse.length; i++) coarse[i] = plane.data[i] - coarse[i];
  return coarse;
}

/** The forms that remains of letters take: their body, their edges in relief, and a rim around them. */
function formsOf(shape: Plane): readonly Float32Array[] {
  const { width, height } = shape;
  const body = blurPlane(shape, BODY);
  const [across, down, rim] = [createPlane(width, height), createPlane(width, height), createPlane(width, height)];
  for (let i = width + 1; i < body.data.length - width - 1; i++) {
    across.data[i] = body.data[i + 1] - body.data[i - 1];
    down.data[i] = body.data[i + width] - body.data[i - width];
    rim.data[i] = Math.hypot(across.data[i], down.data[i]);
  }
  return [body, across, down, blurPlane(rim, RIM)].map(fine);
}

/** Remains are looked for so far beyond what was restored, pixels. */
const BESIDE = 3;

export interface Leftover {
  /** RMS change of luma that has the letters' form, 0–255. */
  readonly strength: number;
  /** Its share of all that is fine in the plate there, 0–1. */
  readonly share: number;
  /** One letter by itself still shows, though what is left of all together may be little. */
  readonly oneLetter: boolean;
}

/** Nothing is left. */
export const NO_LEFTOVER: Leftover = { strength: 0, share: 0, oneLetter: false };

interface Asked {
  readonly shape: Plane;
  readonly mask: Mask;
  readonly foreign: Mask;
  /** Which letter a pixel belongs to, and the letters' size: each is then looked at by itself too. */
  readonly letters?: { readonly at: (i: number) => number; readonly sizePx: number } | undefined;
}

/** Remains from this strength and share on are seen. */
const SEEN = { strength: 1.2, share: 0.2 } as const;
/**
 * The same for one letter. Little ground is easily explained by anything, so its form must explain much more than the same form does
 * moved aside.
 */
const LETTER = { strength: 3, share: 0.2, times: 2, asideEm: 0.12, pixels: 60 } as const;
export const isSeen = ({ strength, share, oneLetter }: Leftover): boolean =>
  oneLetter || (strength >= SEEN.strength && share >= SEEN.share);

type Explained = Pick<Leftover, "strength" | "share">;

/** How much of the fine detail a sum of the forms is, over some places; the forms may be moved by an offset of indices. */
function explainedBy({ forms: make, seen }: Pick<View, "forms" | "seen">, places: readonly number[], by = 0): Explained {
  const forms = make();
  const n = forms.length;
  const rows = forms.map(() => new Float64Array(n + 1));
  let total = 0;
  for (const i of places) {
    total += seen[i] * seen[i];
    for (let a = 0; a < n; a++) {
      const own = forms[a][i - by] ?? 0;
      if (own === 0) continue;
      for (let b = 0; b < n; b++) rows[a][b] += own * (forms[b][i - by] ?? 0);
      rows[a][n] += own * seen[i];
    }
  }
  const right = rows.map((row) => row[n]);
  if (places.length === 0 || total === 0 || !solveLinear(rows)) return { strength: 0, share: 0 };
  const explained = Math.max(
    0,
    rows.reduce((sum, row, a) => sum + row[n] * right[a], 0),
  );
  return { strength: Math.sqrt(explained / places.length), share: explained / total };
}

/** A restored ground and its letters' forms, cut to what is asked about. */
interface View {
  readonly box: Rect<"image">;
  readonly seen: Float32Array;
  /** Made when they are first asked for: most restored grounds are too quiet to be compared with anything. */
  readonly forms: () => readonly Float32Array[];
  /** Where remains are looked for: indices into the cut. */
  readonly places: readonly number[];
}

function viewOf(whole: FloatImage, all: Asked): View | undefined {
  const bounds = boundsOfMask(all.mask);
  if (bounds === undefined) return undefined;
  const box = growRect(bounds, BESIDE + REACH, whole);
  const at = { mask: cropMask(all.mask, box), foreign: cropMask(all.foreign, box), shape: cropPlane(all.shape, box) };
  const asked = dilate(at.mask, BESIDE);
  const places: number[] = [];
  for (let i = 0; i < asked.data.length; i++) if (asked.data[i] !== 0 && at.foreign.data[i] === 0) places.push(i);
  let forms: readonly Float32Array[] | undefined;
  return { box, seen: fine(cropPlane(lumaPlane(whole), box)), forms: () => (forms ??= formsOf(at.shape)), places };
}

/** Whether there is too little for remains of some strength, whatever their form. */
const isQuiet = (seen: Float32Array, places: readonly number[], { strength }: { readonly strength: number }): boolean =>
  places.reduce((sum, i) => sum + seen[i] * seen[i], 0) < strength ** 2 * places.length;

/** Whether some letter's own form still shows where it stood. */
function showsOne(view: View, width: number, { at, sizePx }: NonNullable<Asked["letters"]>): boolean {
  const { box, places, seen } = view;
  const letters = new Map<number, number[]>();
  for (const i of places) {
    const letter = at((box.y + Math.floor(i / box.width)) * width + box.x + (i % box.width));
    const own = letters.get(letter);
    if (own) own.push(i);
    else letters.set(letter, [i]);
  }
  const aside = Math.max(2, Math.round(LETTER.asideEm * sizePx));
  return [...letters.values()].some((own) => {
    if (own.length < LETTER.pixels || isQuiet(seen, own, LETTER)) return false;
    const { strength, share } = explainedBy(view, own);
    if (strength < LETTER.strength || share < LETTER.share) return false;
    return [aside, -aside, aside * box.width, -aside * box.width].every((by) => share > LETTER.times * explainedBy(view, own, by).share);
  });
}

/**
 * What is left of letters where they were taken away: the part of the restored ground's fine detail that goes with their shape,
 * as body, relief or rim. `shape`: their coverage, 0–1; asked where `mask` is set and just beside it, but not where `foreign` is.
 * Nothing where all fine detail there is too faint to be seen. ~10–30 ms for a headline, as much again letter by letter where the ground is
 * rough, a third where it is quiet.
 */
export function leftoverOf(whole: FloatImage, all: Asked): Leftover {
  const view = viewOf(whole, all);
  if (!view) return NO_LEFTOVER;
  const together = isQuiet(view.seen, view.places, SEEN) ? NO_LEFTOVER : { ...explainedBy(view, view.places), oneLetter: false };
  return isSeen(together) || !all.letters ? together : { ...together, oneLetter: showsOne(view, whole.width, all.letters) };
}
