import type { PreviewSize } from "./picture-shelf.ts";

/** Decodes straight to a small bitmap: no object URL, so nothing to leak and nothing for a content policy to refuse. */
export function decodePreview(bytes: Uint8Array<ArrayBuffer>, { width, height }: PreviewSize): Promise<ImageBitmap> {
  return createImageBitmap(new Blob([bytes]), { resizeWidth: width, resizeHeight: height, resizeQuality: "high" });
}
