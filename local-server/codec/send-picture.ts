import type { DecodedPicture } from "./codec.ts";
import type { DecodedHead, PixelPart } from "./codec-methods.ts";

const PART_BYTES = 1024 * 1024;
/** Sent messages are garbage that the engine is slow to notice beside a picture of 200 MB; told so, the process stays a quarter smaller. */
const COLLECT_EVERY_BYTES = 16 * PART_BYTES;
export const LARGE_BYTES = 64 * PART_BYTES;

/** Sends the pixels of a decoded picture part by part, each when the one before is gone, and gives the rest. */
export async function sendPicture(
  { image, format, warnings }: DecodedPicture,
  emit: (event: number | PixelPart) => Promise<void>,
): Promise<DecodedHead> {
  const { width, height, data } = image;
  await emit(data.length);
  // Copied, because the serialiser would send the whole buffer behind a view; one copy is used for all, as it serialises at once.
  const part = new Uint8Array(Math.min(PART_BYTES, data.length));
  for (let at = 0; at < data.length; at += PART_BYTES) {
    const size = Math.min(PART_BYTES, data.length - at);
    part.set(data.subarray(at, at + size));
    await emit({ at, bytes: size === part.length ? part : part.slice(0, size) });
    if (data.length > LARGE_BYTES && at % COLLECT_EVERY_BYTES === 0) globalThis.gc?.();
  }
  return { width, height, format, warnings };
}
