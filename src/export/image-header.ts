import type { Size } from "../../protocol/geometry.ts";

/** The encodings the companion reads as they are. */
export type Encoding = "png" | "jpeg" | "gif" | "webp";

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte);
const ascii = (text: string): number[] => Array.from(text, (char) => char.charCodeAt(0));

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The encoding by its signature; `undefined` for anything else. */
export function encodingOf(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, PNG)) return "png";
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  if (startsWith(bytes, ascii("GIF8"))) return "gif";
  if (startsWith(bytes, ascii("RIFF")) && startsWith(bytes, ascii("WEBP"), 8)) return "webp";
  return undefined;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Width and height of a PNG from its header (W3C PNG §11.2.2); `undefined` where it has none. */
export function pngSize(bytes: Uint8Array): Size<"image"> | undefined {
  if (bytes.length < 24 || !startsWith(bytes, PNG) || !startsWith(bytes, ascii("IHDR"), 12)) return undefined;
  const size = { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const ORIENTATION_TAG = 0x0112;
const UPRIGHT = 1;

/** The Orientation entry of the first directory in a TIFF block that starts at `at`. */
function tiffOrientation(data: DataView, at: number, end: number): number {
  const little = data.getUint16(at) === 0x4949;
  const directory = at + data.getUint32(at + 4, little);
  if (directory + 2 > end) return UPRIGHT;
  for (let i = 0; i < data.getUint16(directory, little); i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > end) break;
    if (data.getUint16(entry, little) === ORIENTATION_TAG) return data.getUint16(entry + 8, little);
  }
  return UPRIGHT;
}

/** EXIF orientation of a JPEG, 1–8 (CIPA DC-008 §4.6.4); 1, upright, where it says nothing. */
export function jpegOrientation(bytes: Uint8Array): number {
  if (encodingOf(bytes) !== "jpeg") return UPRIGHT;
  const data = view(bytes);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN) {
    const end = at + 2 + data.getUint16(at + 2);
    const isExif = bytes[at + 1] === APP1 && startsWith(bytes, ascii("Exif"), at + 4) && end <= bytes.length && at + 18 <= end;
    if (isExif) return tiffOrientation(data, at + 10, end);
    at = end;
  }
  return UPRIGHT;
}
