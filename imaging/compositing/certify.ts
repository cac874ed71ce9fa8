import type { Certificate, Digest } from "../../protocol/edit.ts";
import type { Rect } from "../../protocol/geometry.ts";
import { eachSet } from "../raster/mask-where.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";
import { canonicalJson } from "./canonical-json.ts";

/** SHA-256 of parts one after the other, as 64 lower-case hex digits; given from outside because kernels know no crypto library. */
export type Sha256 = (...parts: readonly Uint8Array[]) => Digest;

export interface CertifyInput {
  /** Digest of the source's encoded bytes, as it was uploaded. */
  readonly source: Digest;
  readonly sourcePixels: RasterImage;
  readonly mask: Mask;
  /** The patch as encoded (PNG bytes). */
  readonly patchBytes: Uint8Array;
  /** What is reported as the result: `applyPatch` of source and patch. */
  readonly result: RasterImage;
  /** Everything that determined the edit; its canonical JSON is digested. */
  readonly settings: unknown;
  readonly engine: string;
  /** The frame of mask and result in the source's pixels, where it is another than the source's. */
  readonly canvas?: Rect<"image"> | undefined;
  /** ISO 8601; given from outside because kernels know no clock. */
  readonly createdAt: string;
}

/** The mask as certified: one byte a pixel, row-major, exactly 255 where it is set and 0 elsewhere. */
export function maskBytes(mask: Mask): Uint8Array {
  const bytes = new Uint8Array(mask.data.length);
  eachSet(mask, (i) => {
    bytes[i] = 255;
  });
  return bytes;
}

/** The pixels as certified, in parts: width and height as big-endian uint32, then RGBA rows (not copied). Two pictures of other shape never collide. */
export function pixelParts({ width, height, data }: RasterImage): readonly [Uint8Array, Uint8Array] {
  const size = new Uint8Array(8);
  const view = new DataView(size.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  return [size, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)];
}

/** The bytes of the settings as certified: canonical JSON in UTF-8. */
export const settingsBytes = (settings: unknown): Uint8Array => new TextEncoder().encode(canonicalJson(settings));

/** The certificate of an edit: what it was made from, what it may have changed, what came out. */
export function certify(input: CertifyInput, sha256: Sha256): Certificate {
  return {
    version: 1,
    source: input.source,
    sourcePixels: sha256(...pixelParts(input.sourcePixels)),
    mask: sha256(maskBytes(input.mask)),
    patch: sha256(input.patchBytes),
    resultPixels: sha256(...pixelParts(input.result)),
    settings: sha256(settingsBytes(input.settings)),
    ...(input.canvas !== undefined && { canvas: input.canvas }),
    engine: input.engine,
    createdAt: input.createdAt,
  };
}
