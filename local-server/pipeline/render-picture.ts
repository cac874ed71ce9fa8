import { createRaster, type RasterImage } from "../../imaging/raster/raster.ts";
import { resizeRaster } from "../../imaging/raster/resample.ts";
import type { Digest } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { RenderRequest } from "../../protocol/render.ts";
import { sniffPicture } from "../codec/sniff-picture.ts";
import { type InputPorts, loadPicture } from "./load-inputs.ts";

/** Shrunk or enlarged to fit, whole, in the middle; what remains is see-through (white in JPEG). Nothing is cut off or stretched. */
function fitted(image: RasterImage, width: number, height: number): RasterImage {
  const scale = Math.min(width / image.width, height / image.height);
  const inner = resizeRaster(image, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  if (inner.width === width && inner.height === height) return inner;
  const out = createRaster(width, height);
  const [left, top] = [Math.floor((width - inner.width) / 2), Math.floor((height - inner.height) / 2)];
  for (let y = 0; y < inner.height; y++) {
    out.data.set(inner.data.subarray(y * inner.width * 4, (y + 1) * inner.width * 4), ((y + top) * width + left) * 4);
  }
  return out;
}

/** Whether the picture as stored is what is asked for, as its first bytes tell: results are, and need not be decoded to be passed on. */
async function isAsAsked({ picture, format, width, height }: RenderRequest, { blobs }: InputPorts): Promise<boolean> {
  if (width !== undefined || height !== undefined) return false;
  const bytes = await blobs.get(picture);
  const found = bytes && sniffPicture(bytes);
  return found?.ok === true && found.value === format;
}

/** Gives the digest of the rendered picture, stored; the picture's own where nothing needs to change. */
export async function renderPicture(request: RenderRequest, ports: InputPorts, signal: AbortSignal): Promise<Result<Digest>> {
  const { picture, format, width, height } = request;
  if (await isAsAsked(request, ports)) return ok(picture);
  const decoded = await loadPicture(picture, ports, signal);
  if (!decoded.ok) return decoded;
  const { image } = decoded.value;
  const sized =
    width === undefined || height === undefined || (width === image.width && height === image.height)
      ? image
      : fitted(image, width, height);
  if (signal.aborted) return err(emendError("cancelled", "The work was cancelled."));
  if (sized === image && format === decoded.value.format) return ok(picture);
  const bytes = await ports.codec.encode(sized, format, signal);
  return bytes.ok ? ports.blobs.put(bytes.value) : bytes;
}
