import { createMask, type Mask, type RasterImage } from "../../imaging/raster/raster.ts";
import type { Digest, EditRequest } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { intersect, type Quad, type Rect } from "../../protocol/geometry.ts";
import type { Codec, DecodedPicture } from "../codec/codec.ts";
import type { BlobStore } from "../store/blob-store.ts";

export interface Inputs {
  readonly source: RasterImage;
  readonly mask?: Mask;
  /** Whole pixels, inside the picture. */
  readonly region?: Rect<"image">;
  /** Areas that stay as they are, image pixels. */
  readonly protect?: readonly Quad<"image">[];
  readonly references: readonly RasterImage[];
  readonly warnings: readonly string[];
}

export interface InputPorts {
  readonly blobs: Pick<BlobStore, "get" | "put">;
  readonly codec: Codec;
}

const missing = (digest: Digest) =>
  err(emendError("blob_missing", "The companion does not have this picture.", { stage: "decode", details: { sha256: digest } }));

export async function loadPicture(digest: Digest, { blobs, codec }: InputPorts, signal: AbortSignal): Promise<Result<DecodedPicture>> {
  const bytes = await blobs.get(digest);
  return bytes === undefined ? missing(digest) : codec.decode(bytes, signal);
}

/** `options.mask` of clients that mark by transparency what may change. */
const SEE_THROUGH = "see-through";

async function decodeSeeThrough(bytes: Uint8Array, codec: Codec, signal: AbortSignal): Promise<Result<Mask>> {
  const picture = await codec.decode(bytes, signal);
  if (!picture.ok) return picture;
  const { width, height, data } = picture.value.image;
  const mask = createMask(width, height);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = data[i * 4 + 3]! < 128 ? 255 : 0;
  return ok(mask);
}

const decodeWhite = (bytes: Uint8Array, codec: Codec, signal: AbortSignal): Promise<Result<Mask>> => codec.decodeMask(bytes, signal);

async function loadMask(
  request: EditRequest,
  source: RasterImage,
  ports: InputPorts,
  signal: AbortSignal,
): Promise<Result<Mask | undefined>> {
  if (request.mask === undefined) return ok(undefined);
  const bytes = await ports.blobs.get(request.mask);
  const read = request.options?.mask === SEE_THROUGH ? decodeSeeThrough : decodeWhite;
  const mask = bytes === undefined ? missing(request.mask) : await read(bytes, ports.codec, signal);
  if (!mask.ok || (mask.value.width === source.width && mask.value.height === source.height)) return mask;
  const message = `The mask is ${mask.value.width} × ${mask.value.height}, the picture ${source.width} × ${source.height}.`;
  return err(emendError("bad_request", message, { stage: "decode", help: "Give a mask of the picture's size." }));
}

function clipRegion(request: EditRequest, source: RasterImage): Result<Rect<"image"> | undefined> {
  if (request.region === undefined) return ok(undefined);
  const { x, y, width, height } = request.region;
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const whole: Rect<"image"> = { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
  const inside = intersect<"image">(whole, { x: 0, y: 0, width: source.width, height: source.height });
  if (inside.width > 0 && inside.height > 0) return ok(inside);
  return err(emendError("bad_request", `The region lies outside the picture (${source.width} × ${source.height}).`, { stage: "decode" }));
}

async function loadReferences(request: EditRequest, ports: InputPorts, signal: AbortSignal): Promise<Result<readonly RasterImage[]>> {
  const references: RasterImage[] = [];
  for (const digest of request.references ?? []) {
    const picture = await loadPicture(digest, ports, signal);
    if (!picture.ok) return picture;
    references.push(picture.value.image);
  }
  return ok(references);
}

/** Everything an edit starts from, decoded and checked against the source. */
export async function loadInputs(request: EditRequest, ports: InputPorts, signal: AbortSignal): Promise<Result<Inputs>> {
  const picture = await loadPicture(request.source, ports, signal);
  if (!picture.ok) return picture;
  const source = picture.value.image;
  const mask = await loadMask(request, source, ports, signal);
  if (!mask.ok) return mask;
  const region = clipRegion(request, source);
  if (!region.ok) return region;
  const references = await loadReferences(request, ports, signal);
  if (!references.ok) return references;
  return ok({
    source,
    references: references.value,
    warnings: picture.value.warnings,
    ...(mask.value !== undefined && { mask: mask.value }),
    ...(request.protect !== undefined && request.protect.length > 0 && { protect: request.protect }),
    ...(region.value !== undefined && { region: region.value }),
  });
}
