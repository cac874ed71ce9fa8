import assert from "node:assert/strict";
import { test } from "node:test";
import { type OrientedBox, quadOf } from "../../../../protocol/geometry.ts";
import type { FontFace, FontLibrary, Glyph, GlyphGlimpse, TypeRenderer } from "../../../ports.ts";
import { createRaster, type RasterImage } from "../../../raster/raster.ts";
import type { TextLine } from "../../types.ts";
import { commonHan } from "./common-han.ts";
import { readByShape } from "./read-by-shape.ts";

const EM = 24;
/** Strokes of a character are so many squares a side, filled or not by the bits of a number drawn from its face and code. */
const SQUARES = 6;

function strokesOf(faceId: string, char: string): readonly boolean[] {
  let state = (char.codePointAt(0)! * 0x9e3779b1) ^ (faceId.length * 0x85ebca6b);
  return Array.from({ length: SQUARES ** 2 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 0x2545f491) >>> 16) % 2 === 1;
  });
}

/** 0–255 at a place of the em square, both shares of its side. */
function inkOf(strokes: readonly boolean[], x: number, y: number): number {
  return strokes[Math.floor(y * SQUARES) * SQUARES + Math.floor(x * SQUARES)] ? 255 : 0;
}

function glimpse({ faceId, char }: Glyph): GlyphGlimpse {
  const [width, height] = [EM, EM];
  const strokes = strokesOf(faceId, char);
  const data = Uint8Array.from({ length: width * height }, (_, i) => inkOf(strokes, (i % width) / EM, Math.floor(i / width) / EM));
  return {
    measures: { advance: 1, left: 0, right: 1, top: -0.875, bottom: 0.125 },
    sheet: { data, width, height, penX: 0, penY: 21, em: EM },
  };
}

const face = (id: string): FontFace => ({
  id,
  family: id,
  category: "brush",
  weights: [400],
  variable: false,
  italic: false,
  scripts: ["han"],
  source: "shipped",
});

function typeAtHand(...ids: readonly string[]): { fonts: FontLibrary; type: TypeRenderer; readonly drawn: () => number } {
  let drawn = 0;
  const type = {
    glimpse: (glyph: Glyph) => {
      drawn++;
      return glimpse(glyph);
    },
  } as Partial<TypeRenderer> as TypeRenderer;
  return { fonts: { faces: () => ids.map(face), covers: () => true, prepare: async () => {} }, type, drawn: () => drawn };
}

/** A line in a face, its em 48 pixels, with what a reader made of it. */
function pictured(
  text: string,
  { faceId, vertical = false }: { readonly faceId: string; readonly vertical?: boolean },
): {
  image: RasterImage;
  box: OrientedBox<"image">;
} {
  const size = 2 * EM;
  const length = [...text].length * size;
  const image = createRaster((vertical ? size : length) + 80, (vertical ? length : size) + 80);
  image.data.fill(255);
  [...text].forEach((char, n) => {
    const strokes = strokesOf(faceId, char);
    for (let i = 0; i < size * size; i++) {
      const [x, y] = [i % size, Math.floor(i / size)];
      const value = 255 - inkOf(strokes, x / size, y / size);
      const [left, top] = vertical ? [40, 40 + n * size] : [40 + n * size, 40];
      image.data.set([value, value, value, 255], ((top + y) * image.width + left + x) * 4);
    }
  });
  const box = { cx: image.width / 2, cy: image.height / 2, width: length + 6, height: size + 6, angle: vertical ? Math.PI / 2 : 0 };
  return { image, box };
}

function lineOf(box: OrientedBox<"image">, read: readonly (readonly [string, number])[], vertical = false): TextLine {
  const chars = read.map(([char, confidence], i) => ({ char, confidence, at: ((i + 0.5) / read.length) * box.width }));
  const string = read.map(([char]) => char).join("");
  return { string, box, quad: quadOf(box), confidence: 0.6, chars, vertical };
}

const SURE = 0.97;
const UNSURE = 0.3;

test("what the reader is sure of tells the face, and the face's own characters tell the rest", async () => {
  const { image, box } = pictured("全场包邮", { faceId: "brush" });
  const line = lineOf(box, [
    ["全", SURE],
    ["场", SURE],
    ["空", UNSURE],
    ["称", UNSURE],
  ]);
  const again = await readByShape(image, line, typeAtHand("printed", "brush"));
  assert.equal(again?.string, "全场包邮");
  assert.ok(again.confidence > 0.8, `${again.confidence}`);
  for (const [i, { at }] of again.chars.entries()) assert.ok(Math.abs(at - 3 - (i + 0.5) * 48) < 4, `${at}`);
});

test("a character that the reader lost is found again, in a column too", async () => {
  const { image, box } = pictured("买三送一起", { faceId: "brush", vertical: true });
  const line = lineOf(
    box,
    [
      ["三", UNSURE],
      ["三", SURE],
      ["一", SURE],
      ["起", SURE],
    ],
    true,
  );
  const places = [24, 72, 168, 216].map((at, i) => ({ ...line.chars[i]!, at: at + 3 }));
  const again = await readByShape(image, { ...line, chars: places }, typeAtHand("printed", "brush"));
  assert.equal(again?.string, "买三送一起");
});

test("beside other signs only the characters in doubt are read again", async () => {
  const { image, box } = pictured("2号馆入口", { faceId: "brush" });
  const line = lineOf(box, [
    ["2", SURE],
    ["号", SURE],
    ["馆", SURE],
    ["几", UNSURE],
    ["口", SURE],
  ]);
  const again = await readByShape(image, line, typeAtHand("printed", "brush"));
  assert.equal(again?.string, "2号馆入口");
});

test("a line without doubt costs no look at any face", async () => {
  const { image, box } = pictured("全场", { faceId: "brush" });
  const at = typeAtHand("printed", "brush");
  assert.equal(
    await readByShape(
      image,
      lineOf(box, [
        ["全", SURE],
        ["场", SURE],
      ]),
      at,
    ),
    undefined,
  );
  assert.equal(at.drawn(), 0);
});

test("a doubtful character that lies well in the line's face is left as it was read", async () => {
  const { image, box } = pictured("全场包邮", { faceId: "brush" });
  const at = typeAtHand("printed", "brush");
  const line = lineOf(box, [
    ["全", SURE],
    ["场", SURE],
    ["包", UNSURE],
    ["邮", SURE],
  ]);
  assert.equal(await readByShape(image, line, at), undefined);
  assert.ok(at.drawn() < 100, `${at.drawn()} glyphs drawn`);
});

test("a line in no face of the library keeps its first reading", async () => {
  const { image, box } = pictured("全场包邮", { faceId: "a stranger" });
  const line = lineOf(box, [
    ["全", SURE],
    ["场", SURE],
    ["空", UNSURE],
    ["称", UNSURE],
  ]);
  assert.equal(await readByShape(image, line, typeAtHand("printed", "brush")), undefined);
});

test("the common characters are 3,755, none twice", () => {
  const chars = commonHan();
  assert.equal(chars.length, 3755);
  assert.equal(new Set(chars).size, 3755);
  assert.equal(chars[0], "啊");
  assert.equal(chars.at(-1), "座");
});
