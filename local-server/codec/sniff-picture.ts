import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { PictureFormat } from "./codec.ts";

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const PNG = "\x89PNG\r\n\x1a\n";

function formatOf(bytes: Uint8Array): PictureFormat | undefined {
  if (ascii(bytes, 0, 8) === PNG) return "png";
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  return /^GIF8[79]a$/.test(ascii(bytes, 0, 6)) ? "gif" : undefined;
}

/** Names of picture formats we know and do not read, by how their files begin. */
function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = ascii(bytes, 0, 64);
  if (head.startsWith("II*\0") || head.startsWith("MM\0*")) return "TIFF";
  if (head.startsWith("BM")) return "BMP";
  if (head.startsWith("8BPS")) return "Photoshop";
  if (head.startsWith("%PDF")) return "PDF";
  if (head.slice(4, 8) === "ftyp")
    return /avi[fs]/.test(head.slice(8, 32)) ? "AVIF" : /hei[cx]|mif1/.test(head.slice(8, 32)) ? "HEIC" : undefined;
  return /^\s*(<\?xml|<svg)/.test(head) ? "SVG" : undefined;
}

/** Tells the format by content, never by name. Codes: `image_empty`, `not_an_image`, `image_unsupported`. */
export function sniffPicture(bytes: Uint8Array): Result<PictureFormat> {
  if (bytes.length === 0) return err(emendError("image_empty", "The file is empty.", { stage: "decode" }));
  const format = formatOf(bytes);
  if (format !== undefined) return ok(format);
  const foreign = foreignFormat(bytes);
  const help = "Use PNG, JPEG, WebP or GIF.";
  if (foreign === undefined) return err(emendError("not_an_image", "This is not a picture.", { stage: "decode", help }));
  return err(emendError("image_unsupported", `${foreign} pictures are not supported.`, { stage: "decode", help }));
}
