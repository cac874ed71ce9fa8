import type { FontLibrary, OcrModels, TypeRenderer } from "../ports.ts";
import type { RasterImage } from "../raster/raster.ts";
import { findText } from "../text/find/find-text.ts";
import type { TextLine } from "../text/types.ts";

interface Known {
  readonly key: string;
  readonly lines: readonly TextLine[];
}

/** Pictures whose lines are remembered: a person looks at the texts of one and then edits them. */
const REMEMBERED = 4;
const memory = new WeakMap<OcrModels, Known[]>();

/** Two independent 32-bit sums (FNV-1a) over all pixels with the size: ~5 ms at a megapixel; not for adversaries, who only fool themselves. */
function keyOf({ width, height, data }: RasterImage): string {
  // Pixels that came through another process may start anywhere in their buffer; words must not.
  const { buffer, byteOffset, byteLength } = data.byteOffset % 4 === 0 ? data : data.slice();
  const words = new Uint32Array(buffer, byteOffset, byteLength >> 2);
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < words.length; i++) {
    a = Math.imul(a ^ words[i], 0x01000193);
    b = Math.imul(b ^ words[i], 0x85ebca6b) ^ (b >>> 13);
  }
  return `${width}×${height} ${a >>> 0} ${b >>> 0}`;
}

/** One picture is asked about several times in an edit. Pixels that are lent do not change. */
const keys = new WeakMap<RasterImage, string>();

function knownKeyOf(image: RasterImage): string {
  const key = keys.get(image) ?? keyOf(image);
  keys.set(image, key);
  return key;
}

/** What a picture is read with: the networks and, where they are at hand whole, the faces that settle their doubts. */
export interface LineReader {
  readonly ocr: OcrModels;
  readonly fonts?: FontLibrary;
  readonly type?: TypeRenderer;
}

/** Every line of the picture; the last few pictures read with the same models are not read again. */
export async function linesOf(
  image: RasterImage,
  { ocr, fonts, type: renderer }: LineReader,
  signal: AbortSignal,
): Promise<readonly TextLine[]> {
  const known = memory.get(ocr) ?? [];
  const key = knownKeyOf(image);
  const type = fonts?.whole && renderer ? { fonts, type: renderer } : undefined;
  const found = known.find((k) => k.key === key)?.lines ?? (await findText(image, ocr, { signal, type }));
  memory.set(ocr, [{ key, lines: found }, ...known.filter((k) => k.key !== key)].slice(0, REMEMBERED));
  return found;
}
