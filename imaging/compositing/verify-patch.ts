import type { Rect } from "../../protocol/geometry.ts";
import { compareOutside, type OutsideChange } from "../raster/compare-outside.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";
import { applyPatch } from "./apply-patch.ts";

/** Where a patch covers its picture: 255 where its alpha is above 0. What a certificate's mask must contain. */
export function patchCoverage(size: { readonly width: number; readonly height: number }, { rect, patch }: PlacedPatch): Mask {
  const data = new Uint8Array(size.width * size.height);
  for (let y = 0, i = 0; y < patch.height; y++) {
    for (let at = (y + rect.y) * size.width + rect.x; i < (y + 1) * patch.width; i++, at++) if (patch.data[i * 4 + 3] !== 0) data[at] = 255;
  }
  return { ...size, data };
}

export interface PlacedPatch {
  readonly rect: Rect<"image">;
  readonly patch: RasterImage;
}

export interface Verification {
  /** Source against result wherever the patch is transparent. */
  readonly outside: OutsideChange;
  /** Pixels where the result is not what source under patch gives. */
  readonly notFromPatch: number;
  readonly ok: boolean;
}

/**
 * Checks a result against its source and patch: nothing changed where the patch is transparent, and everything else is exactly
 * `applyPatch`. Digests are compared by the caller. Throws where sizes do not fit.
 */
export function verifyPatch(source: RasterImage, result: RasterImage, placed: PlacedPatch): Verification {
  const covered = patchCoverage(source, placed).data;
  const outside = compareOutside(source, result, covered);
  const notFromPatch = compareOutside(applyPatch(source, placed), result, new Uint8Array(covered.length)).changed;
  return { outside, notFromPatch, ok: outside.changed === 0 && notFromPatch === 0 };
}
