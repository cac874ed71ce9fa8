import type { Glyph, GlyphGlimpse, TypeRenderer } from "../ports.ts";
import { columnMetrics } from "./column.ts";
import { remember } from "./remember.ts";
import { type Ruler, spacesIn } from "./ruler.ts";
import type { Setting } from "./setting.ts";

/** Glimpses remembered; ~0.5 KB each. */
const KEPT = 8000;

const rulers = new WeakMap<TypeRenderer, Ruler>();

/**
 * A ruler for a first look at many faces: characters one by one from their glimpses, without kerning. Nothing is loaded or drawn for
 * glyphs whose glimpse was made ahead. For quick drawings only. One per renderer.
 */
export function glimpseRulerOf(type: TypeRenderer): Ruler {
  const before = rulers.get(type);
  if (before) return before;
  const made = createGlimpseRuler(type);
  rulers.set(type, made);
  return made;
}

function createGlimpseRuler(type: TypeRenderer): Ruler {
  const known = remember<GlyphGlimpse>(KEPT);
  const glimpse = ({ faceId, weight, italic, char }: Glyph): GlyphGlimpse =>
    known(`${faceId}|${weight}|${italic}|${char}`, () => type.glimpse({ faceId, weight, italic, char }));
  const measures = (setting: Setting, char: string) => glimpse({ ...setting, char }).measures;
  return {
    type,
    sheets: { sheet: (glyph) => glimpse(glyph).sheet },
    kerning: () => 0,
    metrics(setting, text) {
      const chars = [...text];
      const own = chars.map((char) => measures(setting, char));
      if (own.length === 0) return { advance: 0, left: 0, right: 0, top: 0, bottom: 0 };
      if (setting.vertical) return columnMetrics(setting.tracking, chars, own);
      const spread = setting.tracking * (own.length - 1) + setting.wordGap * spacesIn(text);
      const advance = own.reduce((sum, m) => sum + m.advance, 0) + spread;
      const last = own[own.length - 1];
      return {
        advance,
        left: own[0].left,
        right: advance - last.advance + last.right,
        top: Math.min(...own.map((m) => m.top)),
        bottom: Math.max(...own.map((m) => m.bottom)),
      };
    },
  };
}
