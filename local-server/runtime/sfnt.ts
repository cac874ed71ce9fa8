import { brotliDecompressSync } from "node:zlib";
import { type CodePointRanges, rangesOf } from "./unicode-ranges.ts";

/** Reading just enough of OpenType to know which characters a font file has and what it is called. Source: OpenType 1.9, WOFF 2.0. */

const WOFF2 = 0x774f4632;
const COLLECTION = 0x74746366;
const KNOWN_TAGS = ["cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca"];
const ARBITRARY_TAG = 63;

/** One table's bytes, or `undefined` where the font has none. The view shares memory with `bytes` for plain sfnt. */
export function sfntTable(bytes: Uint8Array, tag: string): DataView | undefined {
  const view = viewOf(bytes);
  return view.getUint32(0) === WOFF2 ? woff2Table(bytes, tag) : plainTable(view, tag);
}

function plainTable(view: DataView, tag: string): DataView | undefined {
  const start = view.getUint32(0) === COLLECTION ? view.getUint32(12) : 0;
  const count = view.getUint16(start + 4);
  for (let i = 0; i < count; i++) {
    const at = start + 12 + i * 16;
    if (tagAt(view, at) === tag) return slice(view, view.getUint32(at + 8), view.getUint32(at + 12));
  }
  return undefined;
}

function woff2Table(bytes: Uint8Array, tag: string): DataView | undefined {
  const view = viewOf(bytes);
  const { entries, end } = woff2Directory(view);
  const wanted = entries.find((e) => e.tag === tag);
  if (wanted === undefined) return undefined;
  const data = brotliDecompressSync(bytes.subarray(end, end + view.getUint32(20)));
  return slice(viewOf(data), wanted.offset, wanted.length);
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
    const tag = known === ARBITRARY_TAG ? tagAt(view, (at += 4) - 4) : (KNOWN_TAGS[known] ?? "");
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
export function fontCoverage(bytes: Uint8Array): CodePointRanges {
  const cmap = sfntTable(bytes, "cmap");
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

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const slice = (view: DataView, offset: number, length: number): DataView => new DataView(view.buffer, view.byteOffset + offset, length);
const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
