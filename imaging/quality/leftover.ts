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
}

function sumOfProducts(a: Float32Array, b: Float32Array, places: readonly number[]): number {
  let sum = 0;
  for (const i of places) sum += a[i] * b[i];
  return sum;
}

const NONE: Leftover = { strength: 0, share: 0 };

interface Asked {
  readonly shape: Plane;
  readonly mask: Mask;
  readonly foreign: Mask;
}

/** Remains from this strength and share on are seen. */
const SEEN = { strength: 1.2, share: 0.2 } as const;
export const isSeen = ({ strength, share }: Leftover): boolean => strength >= SEEN.strength && share >= SEEN.share;

/**
 * What is left of letters where they were taken away: the part of the restored ground's fine detail that goes with their shape,
 * as body, relief or rim. `shape`: their coverage, 0–1; asked where `mask` is set and just beside it, but not where `foreign` is.
 * ~10–30 ms for a headline.
 */
export function leftoverOf(whole: FloatImage, all: Asked): Leftover {
  const bounds = boundsOfMask(all.mask);
  if (bounds === undefined) return NONE;
  const box = growRect(bounds, BESIDE + REACH, whole);
  const at = { mask: cropMask(all.mask, box), foreign: cropMask(all.foreign, box), shape: cropPlane(all.shape, box) };
  const [seen, forms] = [fine(cropPlane(lumaPlane(whole), box)), formsOf(at.shape)];
  const asked = dilate(at.mask, BESIDE);
  const rows = forms.map(() => new Float64Array(forms.length + 1));
  const places: number[] = [];
  let total = 0;
  for (let i = 0; i < seen.length; i++) {
    if (asked.data[i] === 0 || at.foreign.data[i] !== 0) continue;
    places.push(i);
    total += seen[i] * seen[i];
  }
  forms.forEach((own, a) => {
    [...forms, seen].forEach((other, b) => {
      rows[a][b] = sumOfProducts(own, other, places);
    });
  });
  const n = places.length;
  const right = rows.map((row) => row[forms.length]);
  if (n === 0 || total === 0 || !solveLinear(rows)) return NONE;
  const explained = rows.reduce((sum, row, a) => sum + row[forms.length] * right[a], 0);
  return { strength: Math.sqrt(Math.max(0, explained) / n), share: Math.max(0, explained) / total };
}
