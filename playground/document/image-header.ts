import type { Size } from "../../protocol/geometry.ts";

export type ImageFormat = "png" | "jpeg" | "gif";
export interface ImageHeader extends Size<"image"> {
  readonly format: ImageFormat;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);

function pngHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes.length < 24) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { format: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

function gifHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (bytes.length < 10) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { format: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Start-of-frame markers; C4, C8 and CC in their range are tables, not frames. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) return undefined;
    if (isFrame(bytes[at + 1]!)) return { format: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}

/** Format and size from the first bytes, `undefined` for anything but PNG, JPEG and GIF: the three Figma takes. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return pngHeader(bytes);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpegHeader(bytes);
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return gifHeader(bytes);
  return undefined;
}
