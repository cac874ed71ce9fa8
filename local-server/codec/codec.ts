import type { Mask, RasterImage } from "../../imaging/raster/raster.ts";
import type { Result } from "../../protocol/errors.ts";

export const PICTURE_FORMATS = ["png", "jpeg", "webp", "gif"] as const;
/** What is read. GIF gives its first frame. Everything else libvips could read stays shut: each loader is attack surface. */
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export const OUTPUT_FORMATS = ["png", "webp", "jpeg"] as const;
/** What is written; `png` and `webp` keep every pixel, `jpeg` (quality 95, 4:4:4, on white) does not. */
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface DecodedPicture {
  /** Upright (EXIF orientation applied), sRGB. */
  readonly image: RasterImage;
  readonly format: PictureFormat;
  /** What was lost on the way in, one sentence each: frames, bit depth, a wider colour space. */
  readonly warnings: readonly string[];
}

/**
 * Pictures to pixels and back. Decoding happens in a child process, after header checks, under the limits of `protocol/limits.ts`.
 * Codes: `image_empty` `not_an_image` `image_unsupported` `image_too_large` `image_truncated`, `cancelled`.
 */
export interface Codec {
  decode(bytes: Uint8Array, signal?: AbortSignal): Promise<Result<DecodedPicture>>;
  /** An 8-bit mask from any picture: its luminance (white = 255), times alpha where it has one. */
  decodeMask(bytes: Uint8Array, signal?: AbortSignal): Promise<Result<Mask>>;
  encode(image: RasterImage, format: OutputFormat, signal?: AbortSignal): Promise<Result<Uint8Array>>;
  close(): Promise<void>;
}
