import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { FontFace, Glyph } from "../../imaging/ports.ts";
import { scoutWeights } from "../../imaging/text/fit/candidates.ts";
import { FONT_CATALOGUE } from "../../local-server/runtime/font-catalogue.ts";
import { createFontLibrary } from "../../local-server/runtime/font-library.ts";
import { encodeGlyphIndex, fontsDigest, GLYPH_INDEX_FILE } from "../../local-server/runtime/glyph-index.ts";
import { createTypeRenderer } from "../../local-server/runtime/type-renderer.ts";

/** The cuts a first look is taken at. */
const cutsOf = (face: FontFace): Omit<Glyph, "char">[] =>
  (face.italic ? [false, true] : [false]).flatMap((italic) => scoutWeights(face).map((weight) => ({ faceId: face.id, weight, italic })));

const isFresh = (digest: string): boolean =>
  existsSync(GLYPH_INDEX_FILE) && readFileSync(GLYPH_INDEX_FILE).subarray(0, 256).toString("latin1").includes(digest);

/** Draws the index of the shipped fonts' glyphs, where the one there is not of these fonts. ~10 s. The index's size, bytes. */
export function buildGlyphIndex(): number {
  const digest = fontsDigest(FONT_CATALOGUE);
  if (isFresh(digest)) return readFileSync(GLYPH_INDEX_FILE).length;
  const fonts = createFontLibrary();
  const type = createTypeRenderer(fonts.typesetting);
  const bytes = encodeGlyphIndex(digest, fonts.faces().flatMap(cutsOf), (glyph) =>
    fonts.covers(glyph.faceId, glyph.char) ? type.glimpse(glyph) : undefined,
  );
  mkdirSync(dirname(GLYPH_INDEX_FILE), { recursive: true });
  writeFileSync(GLYPH_INDEX_FILE, bytes);
  return bytes.length;
}
