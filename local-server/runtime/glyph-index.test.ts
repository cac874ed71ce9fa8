import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createFontLibrary } from "./font-library.ts";
import { encodeGlyphIndex, INDEXED_CHARS, openGlyphIndex } from "./glyph-index.ts";
import { createTypeRenderer } from "./type-renderer.ts";

const fonts = createFontLibrary();
const type = createTypeRenderer(fonts.typesetting);
const folder = mkdtempSync(join(tmpdir(), "emend-index-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const CUTS = [
  { faceId: "inter", weight: 400, italic: true },
  { faceId: "lobster", weight: 400, italic: false },
];
const path = join(folder, "index.bin");
const covered = (faceId: string, char: string): boolean => fonts.covers(faceId, char);
const bytes = encodeGlyphIndex("these fonts", CUTS, (glyph) => (covered(glyph.faceId, glyph.char) ? type.glimpse(glyph) : undefined));
writeFileSync(path, bytes);

test("a glimpse made ahead is the one drawn now", () => {
  const index = openGlyphIndex(path, () => "these fonts");
  for (const cut of CUTS) {
    for (const char of ["A", "g", "¥", "j", "'"]) assert.deepEqual(index.glimpse({ ...cut, char }), type.glimpse({ ...cut, char }), char);
  }
});

test("what a face has no glyph of, and what nobody asked for, is not in the index", () => {
  const index = openGlyphIndex(path, () => "these fonts");
  const lacking = INDEXED_CHARS.filter((char) => !covered("lobster", char));
  assert.ok(lacking.length > 0);
  for (const char of lacking) assert.equal(index.has({ ...CUTS[1], char }), false, char);
  assert.equal(index.has({ ...CUTS[0], weight: 500, char: "A" }), false);
  assert.equal(index.has({ ...CUTS[0], char: "中" }), false);
});

test("an index of other fonts, a damaged one and a missing one are not used", () => {
  const has = (file: string, digest: string) => openGlyphIndex(file, () => digest).has({ ...CUTS[0], char: "A" });
  assert.equal(has(path, "these fonts"), true);
  assert.equal(has(path, "other fonts"), false);
  assert.equal(has(join(folder, "none.bin"), "these fonts"), false);
  const cut = join(folder, "cut.bin");
  writeFileSync(cut, bytes.subarray(0, bytes.length - 100));
  assert.equal(has(cut, "these fonts"), false);
});
