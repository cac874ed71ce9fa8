import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, inflateSync } from "node:zlib";
import type { Glyph, GlyphGlimpse } from "../../imaging/ports.ts";
import { GLIMPSE_EM, GLIMPSE_STEP, GLIMPSE_UNIT } from "../../imaging/typeface/glimpse.ts";
import type { CatalogueEntry } from "./font-catalogue.ts";
import { packageFolder } from "./package-folder.ts";

/** Where the build puts the index of the shipped fonts. */
export const GLYPH_INDEX_FILE = fileURLToPath(new URL("../../dist/glyph-index.bin", import.meta.url));

/** Characters glimpsed ahead: printable ASCII and the signs of posters. Han characters are drawn when they are met. */
export const INDEXED_CHARS: readonly string[] = [
  ...Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)),
  ..." ¥€£©®™°·•×÷–—‘’“”…«»àâäáãåæçèéêëìíîïñòóôöõøùúûüÿßÀÂÄÁÇÈÉÊÍÑÓÖÜ，。！？：；、（）《》【】￥％＋～",
];

const FORMAT = 1;
const MAGIC = "emendgi1";
/** Metrics of five, then width, height and pen of the sheet. */
const MEASURES = 5;
const BOX = 4;

/** What the glyphs depend on: fonts by version, rasteriser, format. */
export function fontsDigest(catalogue: readonly CatalogueEntry[]): string {
  const version = (name: string): string =>
    (JSON.parse(readFileSync(join(packageFolder(name), "package.json"), "utf8")) as { version: string }).version;
  const fonts = catalogue.map(({ id, package: name, weights, italic }) => [id, name, version(name), weights, italic]);
  const made = [FORMAT, GLIMPSE_EM, version("@napi-rs/canvas"), INDEXED_CHARS.join(""), fonts];
  return createHash("sha256").update(JSON.stringify(made)).digest("hex");
}

const keyOf = ({ faceId, weight, italic }: Omit<Glyph, "char">): string => `${faceId}|${weight}|${italic}`;

interface Head {
  readonly digest: string;
  readonly cuts: readonly string[];
  readonly chars: readonly string[];
  readonly glyphs: number;
  readonly pixels: number;
}

/** The index of these cuts, characters each; `undefined` for what a face has no glyph of. */
export function encodeGlyphIndex(
  digest: string,
  cuts: readonly Omit<Glyph, "char">[],
  glimpse: (glyph: Glyph) => GlyphGlimpse | undefined,
): Uint8Array {
  const all = cuts.flatMap((cut) => INDEXED_CHARS.map((char) => glimpse({ ...cut, char })));
  const measures = new Int16Array(all.length * MEASURES);
  const boxes = new Uint8Array(all.length * BOX);
  const nibbles: number[] = [];
  all.forEach((found, i) => {
    if (!found) return;
    const { advance, left, right, top, bottom } = found.measures;
    measures.set(
      [advance, left, right, top, bottom].map((em) => em * GLIMPSE_UNIT),
      i * MEASURES,
    );
    const { data, width, height, penX, penY } = found.sheet;
    boxes.set([width, height, penX, penY], i * BOX);
    for (let k = 0; k < data.length; k += 2) nibbles.push((data[k] / GLIMPSE_STEP) | (((data[k + 1] ?? 0) / GLIMPSE_STEP) << 4));
  });
  const head: Head = { digest, cuts: cuts.map(keyOf), chars: INDEXED_CHARS, glyphs: all.length, pixels: nibbles.length };
  const body = Buffer.concat([Buffer.from(measures.buffer), boxes, Uint8Array.from(nibbles)]);
  return Buffer.concat([Buffer.from(`${MAGIC}${JSON.stringify(head)}\n`), deflateSync(body, { level: 9 })]);
}

/** Glimpses of the shipped fonts made ahead. */
export interface GlyphIndex {
  glimpse(glyph: Glyph): GlyphGlimpse | undefined;
  /** Whether the cut is known to have a glyph of the character. */
  has(glyph: Glyph): boolean;
}

const NONE: GlyphIndex = { glimpse: () => undefined, has: () => false };

/** The index in a file; one without glyphs where the file is missing, damaged or of other fonts. Read at first use: ~60 ms, ~10 MB. */
export function openGlyphIndex(path: string, digest: () => string): GlyphIndex {
  let opened: GlyphIndex | undefined;
  const index = (): GlyphIndex => {
    opened ??= read(path, digest);
    return opened;
  };
  return { glimpse: (glyph) => index().glimpse(glyph), has: (glyph) => index().has(glyph) };
}

function read(path: string, digest: () => string): GlyphIndex {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf(10);
    if (bytes.toString("latin1", 0, MAGIC.length) !== MAGIC || end < 0) return NONE;
    const head = JSON.parse(bytes.toString("utf8", MAGIC.length, end)) as Head;
    return head.digest === digest() ? indexOf(head, inflateSync(bytes.subarray(end + 1))) : NONE;
  } catch {
    return NONE;
  }
}

function indexOf({ cuts, chars, glyphs, pixels }: Head, body: Buffer): GlyphIndex {
  const boxesAt = glyphs * MEASURES * 2;
  const pixelsAt = boxesAt + glyphs * BOX;
  if (body.length !== pixelsAt + pixels) return NONE;
  const measures = new Int16Array(body.buffer.slice(body.byteOffset, body.byteOffset + boxesAt));
  const boxes = body.subarray(boxesAt, pixelsAt);
  const starts = new Uint32Array(glyphs + 1);
  for (let i = 0; i < glyphs; i++) starts[i + 1] = starts[i] + ((boxes[i * BOX] * boxes[i * BOX + 1] + 1) >> 1);
  const cutAt = new Map(cuts.map((cut, i) => [cut, i * chars.length]));
  const charAt = new Map(chars.map((char, i) => [char, i]));
  const find = (glyph: Glyph): number | undefined => {
    const [cut, char] = [cutAt.get(keyOf(glyph)), charAt.get(glyph.char)];
    return cut === undefined || char === undefined || boxes[(cut + char) * BOX] === 0 ? undefined : cut + char;
  };
  const glimpse = (i: number): GlyphGlimpse => {
    const [advance, left, right, top, bottom] = measures.subarray(i * MEASURES, (i + 1) * MEASURES);
    const [width, height, penX, penY] = boxes.subarray(i * BOX, (i + 1) * BOX);
    const packed = body.subarray(pixelsAt + starts[i], pixelsAt + starts[i + 1]);
    const data = Uint8Array.from({ length: width * height }, (_, k) => ((packed[k >> 1] >> (k & 1 ? 4 : 0)) & 15) * GLIMPSE_STEP);
    const inEm = (units: number): number => units / GLIMPSE_UNIT;
    return {
      measures: { advance: inEm(advance), left: inEm(left), right: inEm(right), top: inEm(top), bottom: inEm(bottom) },
      sheet: { data, width, height, penX, penY, em: GLIMPSE_EM },
    };
  };
  return {
    has: (glyph) => find(glyph) !== undefined,
    glimpse: (glyph) => {
      const at = find(glyph);
      return at === undefined ? undefined : glimpse(at);
    },
  };
}
