import sharp, { type Metadata, type SharpOptions } from "sharp";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import type { DecodedPicture, PictureFormat } from "./codec.ts";
import { iccDescription } from "./icc-description.ts";

const LOADERS = ["VipsForeignLoadPngBuffer", "VipsForeignLoadJpegBuffer", "VipsForeignLoadWebpBuffer", "VipsForeignLoadNsgifBuffer"];

/** Shuts every libvips loader but the four; must run once before the first decode of the process. */
export function shutLoaders(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: LOADERS });
}

function tooLarge(width: number, height: number): EmendError {
  const many = width * height > LIMITS.imagePixels;
  const message = many
    ? `The picture is ${width} × ${height} pixels; at most ${LIMITS.imagePixels / 1e6} million are read.`
    : `The picture is ${width} × ${height} pixels; no side may be longer than ${LIMITS.imageSidePx}.`;
  const side = Math.floor(Math.sqrt((LIMITS.imagePixels * Math.max(width, height)) / Math.min(width, height)));
  const help = `Export it smaller: the longest side at most ${Math.min(LIMITS.imageSidePx, side)} pixels.`;
  return emendError("image_too_large", message, { stage: "decode", help, details: { width, height } });
}

const damaged = (): EmendError =>
  emendError("image_truncated", "The picture is incomplete or damaged.", { stage: "decode", help: "Export or download it again." });

function checkSize({ width, height }: Metadata): Result<undefined> {
  const fits = width * height <= LIMITS.imagePixels && Math.max(width, height) <= LIMITS.imageSidePx;
  return fits ? ok(undefined) : err(tooLarge(width, height));
}

/** An sRGB profile says what no profile means; converting through it would only shift values by rounding. */
const isSrgb = (name: string | undefined): boolean => name !== undefined && /srgb/i.test(name);

function warningsOf(meta: Metadata, profile: string | undefined): string[] {
  const warnings: string[] = [];
  if ((meta.pages ?? 1) > 1) warnings.push("The picture is animated; only its first frame is used.");
  if (meta.depth !== "uchar") warnings.push("The picture has more than 8 bits per channel; it is worked on with 8.");
  if (meta.icc !== undefined ? !isSrgb(profile) : meta.space === "cmyk")
    warnings.push(`The picture's colours (${profile ?? (meta.space === "cmyk" ? "CMYK" : "own profile")}) are converted to sRGB.`);
  return warnings;
}

async function pixelsOf(bytes: Uint8Array, options: SharpOptions): Promise<DecodedPicture["image"]> {
  const upright = sharp(bytes, options).autoOrient().toColourspace("srgb").ensureAlpha();
  const { data, info } = await upright.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength) };
}

/**
 * Header first, pixels after: a bomb costs milliseconds. `failOn: "error"` refuses cut-off data but lets JPEGs through that carry
 * stray bytes between markers, as many cameras write them (libvips calls that a warning).
 */
export async function decodePicture(bytes: Uint8Array, format: PictureFormat): Promise<Result<DecodedPicture>> {
  const options: SharpOptions = { failOn: "error", limitInputPixels: LIMITS.imagePixels, sequentialRead: true };
  const meta = await sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (meta === undefined) return err(damaged());
  const size = checkSize(meta);
  if (!size.ok) return size;
  const profile = meta.icc === undefined ? undefined : iccDescription(meta.icc);
  const image = await pixelsOf(bytes, { ...options, ignoreIcc: isSrgb(profile) }).catch(() => undefined);
  return image === undefined ? err(damaged()) : ok({ image, format, warnings: warningsOf(meta, profile) });
}
