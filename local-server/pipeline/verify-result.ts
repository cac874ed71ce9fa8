import { maskBytes, pixelParts } from "../../imaging/compositing/certify.ts";
import { outsideIdentity } from "../../imaging/quality/outside-identity.ts";
import { createMask, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import { reframe } from "../../imaging/raster/reframe.ts";
import type { Certificate, EditResult } from "../../protocol/edit.ts";
import type { CHECKS, VerifyAnswer } from "../../protocol/verify.ts";
import { sha256 } from "./edit-settings.ts";

export interface Evidence {
  readonly sourceBytes: Uint8Array;
  readonly source: RasterImage;
  /** The source's size, or the certificate's canvas. */
  readonly result: RasterImage;
  readonly certificate: Certificate;
  /** The exact mask where the picture carries it. */
  readonly mask: Mask | undefined;
  /** Where the patch lies, from the report: the next best thing to the mask. */
  readonly patch: EditResult["patch"] | undefined;
}

export interface Verification extends Pick<VerifyAnswer, "outside" | "against"> {
  readonly checks: Readonly<Record<Exclude<(typeof CHECKS)[number], "patch">, boolean>>;
}

function rectangleMask({ width, height }: RasterImage, rect: NonNullable<Evidence["patch"]>): Mask {
  const mask = createMask(width, height);
  for (let y = Math.max(0, rect.y); y < Math.min(height, rect.y + rect.height); y++) {
    mask.data.fill(255, y * width + Math.max(0, rect.x), y * width + Math.min(width, rect.x + rect.width));
  }
  return mask;
}

/**
 * Compares the pictures themselves and recomputes every digest; nothing is taken from the report on trust. Without the exact mask
 * the patch's rectangle stands in, without either no pixel may differ.
 */
export function verifyResult({ sourceBytes, source, result, certificate, mask, patch }: Evidence): Verification {
  const { canvas } = certificate;
  const before = canvas === undefined ? source : reframe(source, canvas);
  const inCanvas = patch && { ...patch, x: patch.x - (canvas?.x ?? 0), y: patch.y - (canvas?.y ?? 0) };
  const ground = mask ?? (inCanvas === undefined ? createMask(before.width, before.height) : rectangleMask(before, inCanvas));
  const outside = outsideIdentity(before, result, ground);
  return {
    checks: {
      source: sha256(sourceBytes) === certificate.source,
      sourcePixels: sha256(...pixelParts(source)) === certificate.sourcePixels,
      resultPixels: sha256(...pixelParts(result)) === certificate.resultPixels,
      mask: mask === undefined || sha256(maskBytes(mask)) === certificate.mask,
      outside: outside.changed === 0,
    },
    outside,
    against: mask !== undefined ? "mask" : patch !== undefined ? "patch rectangle" : "nothing",
  };
}
