import { brotliDecompressSync } from "node:zlib";
import { type CodePointRanges, rangesOf } from "../../imaging/typeface/unicode-ranges.ts";

/** Reading just enough of OpenType to know which characters a font file has and what it is called. Source: OpenType 1.9, WOFF 2.0. */

const WOFF2 = 0x774f4632;
const COLLECTION = 0x74746366;
/** WOFF 2.0 §5.1, in order. */
const KNOWN_TAGS = (
  "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE " +
  "GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar " +
  "mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
)
  .split(" ")
  .map((tag) => tag.replace("_", " "));
const ARBITRARY_TAG = 63;

/** Bytes of a font from `offset`, at most `length` of them (to the end when not given). System fonts are large: only tables are read. */
export type FontReader = (offset: number, length?: number) => Uint8Array;

export const bytesReader =
  (bytes: Uint8Array): FontReader =>
  (offset, length = bytes.length) =>
    bytes.subarray(offset, offset + length);

/** One table's bytes, or `undefined` where the font has none. Of a collection the first font. */
export function sfntTable(read: FontReader, tag: string): DataView | undefined {
  return viewOf(read(0, 4)).getUint32(0) === WOFF2 ? woff2Table(read(0), tag) : plainTable(read, tag);
}

function plainTable(read: FontReader, tag: string): DataView | undefined {
  const head = viewOf(read(0, 16));
  const start = head.getUint32(0) === COLLECTION ? head.getUint32(12) : 0;
  const count = viewOf(read(start, 12)).getUint16(4);
  const directory = viewOf(read(start + 12, count * 16));
  for (let at = 0; at < directory.byteLength; at += 16) {
    if (tagAt(directory, at) === tag) return viewOf(read(directory.getUint32(at + 8), directory.getUint32(at + 12)));
  }
  return undefined;
}

function woff2Table(bytes: Uint8Array, tag: string): DataView | undefined {
  const view = viewOf(bytes);
  const { entries, end } = woff2Directory(view);
  const wanted = entries.find((e) => e.tag === tag);
  if (wanted === undefined) return undefined;
  const data = brotliDecompressSync(bytes.subarray(end, end + view.getUint32(20)));
  return new DataView(data.buffer, data.byteOffset + wanted.offset, wanted.length);
}

interface Woff2Entry {
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
}

function woff2Directory(view: DataView): { readonly entries: readonly Woff2Entry[]; readonly end: number } {
  const entries: Woff2Entry[] = [];
  let at = 48;
  let offset = 0;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = view.getUint8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  for (let i = 0; i < view.getUint16(12); i++) {
    const flags = view.getUint8(at++);
    const known = flags & 63;
    const tag = known === ARBITRARY_TAG ? tagAt(view, at) : (KNOWN_TAGS[known] ?? "");
    if (known === ARBITRARY_TAG) at += 4;
    const original = base128();
    // glyf and loca are transformed by version 0 and plain in version 3; every other table the other way round.
    const outline = tag === "glyf" || tag === "loca";
    const transformed = flags >> 6 === (outline ? 3 : 0) ? original : base128();
    entries.push({ tag, offset, length: transformed });
    offset += transformed;
  }
  return { entries, end: at };
}

/** Every code point the font maps to a glyph other than .notdef. Reads cmap formats 4 and 12. */
export function fontCoverage(read: FontReader): CodePointRanges {
  const cmap = sfntTable(read, "cmap");
  if (cmap === undefined) return new Uint32Array();
  const pairs: [number, number][] = [];
  for (let i = 0; i < cmap.getUint16(2); i++) {
    if (cmap.getUint16(4 + i * 8) === 1) continue;
    const at = cmap.getUint32(8 + i * 8);
    const format = cmap.getUint16(at);
    if (format === 12) pairs.push(...groupsOf(cmap, at));
    else if (format === 4) pairs.push(...segmentsOf(cmap, at));
  }
  return rangesOf(pairs);
}

function groupsOf(cmap: DataView, at: number): [number, number][] {
  return Array.from({ length: cmap.getUint32(at + 12) }, (_, i): [number, number] => {
    const group = at + 16 + i * 12;
    const skipNotdef = cmap.getUint32(group + 8) === 0 ? 1 : 0;
    return [cmap.getUint32(group) + skipNotdef, cmap.getUint32(group + 4)];
  }).filter(([from, to]) => from <= to);
}

function segmentsOf(cmap: DataView, at: number): [number, number][] {
  const twice = cmap.getUint16(at + 6);
  const pairs: [number, number][] = [];
  for (let i = 0; i < twice; i += 2) {
    const to = cmap.getUint16(at + 14 + i);
    const from = cmap.getUint16(at + 16 + twice + i);
    for (let c = from; c <= to && c < 0xffff; c++) if (glyphInSegment(cmap, { at, twice, i, from }, c) !== 0) pairs.push([c, c]);
  }
  return pairs;
}

interface Segment {
  readonly at: number;
  readonly twice: number;
  readonly i: number;
  readonly from: number;
}

function glyphInSegment(cmap: DataView, { at, twice, i, from }: Segment, c: number): number {
  const delta = cmap.getUint16(at + 16 + 2 * twice + i);
  const rangeAt = at + 16 + 3 * twice + i;
  const range = cmap.getUint16(rangeAt);
  if (range === 0) return (c + delta) & 0xffff;
  const glyph = cmap.getUint16(rangeAt + range + (c - from) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}

/** What a font says of itself. `weight` is the OS/2 class; `weights` the two ends of its variable axis where it has one. */
export interface FontNames {
  readonly family: string;
  readonly weight: number;
  readonly weights?: readonly [number, number];
  readonly italic: boolean;
  /** The ten PANOSE digits. */
  readonly panose: Uint8Array;
}

/** Reads name, OS/2 and fvar; `undefined` where family or OS/2 is missing. */
export function fontNames(read: FontReader): FontNames | undefined {
  const os2 = sfntTable(read, "OS/2");
  const names = sfntTable(read, "name");
  const family = names && (nameOf(names, 16) ?? nameOf(names, 1));
  if (os2 === undefined || family === undefined) return undefined;
  const axis = weightAxis(sfntTable(read, "fvar"));
  return {
    family,
    weight: os2.getUint16(4),
    ...(axis && { weights: axis }),
    italic: (os2.getUint16(62) & 1) === 1,
    panose: new Uint8Array(os2.buffer, os2.byteOffset + 32, 10),
  };
}

/** A Windows (UTF-16BE) name, English where there is one: it is the name design tools list. */
function nameOf(names: DataView, id: number): string | undefined {
  const storage = names.getUint16(4);
  const found = new Map<number, string>();
  for (let i = 0; i < names.getUint16(2); i++) {
    const at = 6 + i * 12;
    if (names.getUint16(at) !== 3 || names.getUint16(at + 6) !== id) continue;
    const start = storage + names.getUint16(at + 10);
    const units = Array.from({ length: names.getUint16(at + 8) / 2 }, (_, k) => names.getUint16(start + k * 2));
    found.set(names.getUint16(at + 4), String.fromCharCode(...units));
  }
  return found.get(ENGLISH_US) ?? found.values().next().value;
}
const ENGLISH_US = 0x409;

function weightAxis(fvar: DataView | undefined): readonly [number, number] | undefined {
  if (fvar === undefined) return undefined;
  const [first, count, size] = [fvar.getUint16(4), fvar.getUint16(8), fvar.getUint16(10)];
  for (let at = first; at < first + count * size; at += size) {
    if (tagAt(fvar, at) === "wght") return [fvar.getInt32(at + 4) / 65536, fvar.getInt32(at + 12) / 65536];
  }
  return undefined;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
