import type { Rect, Space } from "../../protocol/geometry.ts";
import {
  createFloatImage,
  createMask,
  createPlane,
  createRaster,
  type FloatImage,
  type Mask,
  type Plane,
  type RasterImage,
} from "./raster.ts";

/** A rectangle with whole-pixel edges, inside its picture. */
type Cut = Rect<Space>;

/** Whole-pixel rectangle grown by `margin` on every side and kept inside a picture of `size`. */
export function growRect<S extends Space>(
  rect: Rect<S>,
  margin: number,
  size: { readonly width: number; readonly height: number },
): Rect<S> {
  const x = Math.max(0, Math.floor(rect.x - margin));
  const y = Math.max(0, Math.floor(rect.y - margin));
  const right = Math.min(size.width, Math.ceil(rect.x + rect.width + margin));
  const bottom = Math.min(size.height, Math.ceil(rect.y + rect.height + margin));
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

/** The pixels of `rect` as float RGB 0–255; alpha is dropped, colour under transparency is taken as stored. */
export function cropFloat(source: RasterImage, rect: Cut): FloatImage {
  const out = createFloatImage(rect.width, rect.height);
  for (let y = 0; y < rect.height; y++) {
    let from = ((y + rect.y) * source.width + rect.x) * 4;
    let to = y * rect.width * 3;
    for (let x = 0; x < rect.width; x++, from += 4, to += 3) {
      out.data[to] = source.data[from];
      out.data[to + 1] = source.data[from + 1];
      out.data[to + 2] = source.data[from + 2];
    }
  }
  return out;
}

/** Fills `out` with the rows of `rect`, so many values a pixel. */
function copyRows<T extends Mask | Plane | FloatImage | RasterImage>(source: T, rect: Cut, out: T, channels = 1): T {
  for (let y = 0; y < rect.height; y++) {
    const from = ((y + rect.y) * source.width + rect.x) * channels;
    out.data.set(source.data.subarray(from, from + rect.width * channels), y * rect.width * channels);
  }
  return out;
}

/** The pixels of `rect`, a copy. */
export function cropRaster(source: RasterImage, rect: Cut): RasterImage {
  return copyRows(source, rect, createRaster(rect.width, rect.height), 4);
}

/** The part of the mask in `rect`, a copy. */
export function cropMask(source: Mask, rect: Cut): Mask {
  return copyRows(source, rect, createMask(rect.width, rect.height));
}

/** The part of the plane in `rect`, a copy. */
export function cropPlane(source: Plane, rect: Cut): Plane {
  return copyRows(source, rect, createPlane(rect.width, rect.height));
}

/** The colours of the float image in `rect`, a copy. */
export function cropColours(source: FloatImage, rect: Cut): FloatImage {
  return copyRows(source, rect, createFloatImage(rect.width, rect.height), 3);
}

/** A copy of `onto` with the cut's colours at (`x`, `y`), rounded to 8 bits; alpha of `onto` stays. Where `only` is given, just its set pixels. */
export function pasteFloat(
  onto: RasterImage,
  cut: FloatImage,
  at: { readonly x: number; readonly y: number; readonly only?: Mask },
): RasterImage {
  const out: RasterImage = { width: onto.width, height: onto.height, data: onto.data.slice() };
  for (let y = 0; y < cut.height; y++) {
    for (let x = 0; x < cut.width; x++) {
      const from = y * cut.width + x;
      if (at.only && at.only.data[from] === 0) continue;
      const to = ((y + at.y) * onto.width + x + at.x) * 4;
      for (let c = 0; c < 3; c++) out.data[to + c] = cut.data[from * 3 + c];
    }
  }
  return out;
}

/** A copy of `onto` with the mask's values written at (`x`, `y`). */
export function pasteMask(onto: Mask, cut: Mask, at: { readonly x: number; readonly y: number }): Mask {
  const out: Mask = { width: onto.width, height: onto.height, data: onto.data.slice() };
  for (let y = 0; y < cut.height; y++) {
    out.data.set(cut.data.subarray(y * cut.width, (y + 1) * cut.width), (y + at.y) * onto.width + at.x);
  }
  return out;
}

/** A mask's bytes four at a time; none where they do not start on a word. */
const wordsOf = ({ buffer, byteOffset, length }: Uint8Array): Uint32Array =>
  byteOffset % 4 === 0 ? new Uint32Array(buffer, byteOffset, length >> 2) : new Uint32Array(0);

function firstSet(data: Uint8Array): number {
  const words = wordsOf(data);
  let word = 0;
  while (word < words.length && words[word] === 0) word++;
  let at = word * 4;
  while (at < data.length && data[at] === 0) at++;
  return at;
}

/** Of data in which some is set. */
function lastSet(data: Uint8Array): number {
  const words = wordsOf(data);
  let at = data.length - 1;
  while (at >= words.length * 4 && data[at] === 0) at--;
  if (at >= words.length * 4) return at;
  let word = words.length - 1;
  while (words[word] === 0) word--;
  at = word * 4 + 3;
  while (data[at] === 0) at--;
  return at;
}

/** Smallest rectangle around the set pixels, or `undefined` where none is set. Within the rows that have any, only what lies beyond the columns found so far is looked at. */
export function boundsOfMask({ width, data }: Mask): Rect<"image"> | undefined {
  const from = firstSet(data);
  if (from === data.length) return undefined;
  const [top, bottom] = [Math.floor(from / width), Math.floor(lastSet(data) / width)];
  let x0 = width - 1;
  let x1 = 0;
  for (let y = top, row = top * width; y <= bottom; y++, row += width) {
    for (let x = 0; x < x0; x++) if (data[row + x] !== 0) x0 = x;
    for (let x = width - 1; x > x1; x--) if (data[row + x] !== 0) x1 = x;
  }
  return { x: x0, y: top, width: x1 - x0 + 1, height: bottom - top + 1 };
}

/** Sets `onto` where the cut at (`x`, `y`) is set; in place. */
export function markMask(onto: Mask, cut: Mask, at: { readonly x: number; readonly y: number }): void {
  for (let y = 0, i = 0; y < cut.height; y++) {
    for (let to = (y + at.y) * onto.width + at.x, end = i + cut.width; i < end; i++, to++) if (cut.data[i] !== 0) onto.data[to] = 255;
  }
}
