import type { Glyph, GlyphGlimpse, GlyphSheet, TypeRenderer } from "../ports.ts";

/** Sheet pixels per em of a glimpse: enough for letters some twenty pixels tall. */
export const GLIMPSE_EM = 24;
/** Values a pixel of a glimpse can have are this far apart, so that four bits hold it; measures are whole parts of this share of an em. */
export const GLIMPSE_STEP = 17;
export const GLIMPSE_UNIT = 1024;
/** Size glyphs are measured at, pixels. */
const MEASURED = 1000;
const MARGIN = 2;

const inUnits = (px: number): number => Math.round((px / MEASURED) * GLIMPSE_UNIT) / GLIMPSE_UNIT;

/** Half the size by averaging squares of four, in steps. */
function halved(data: Uint8Array, width: number, height: number): Uint8Array {
  const [w, h] = [width >> 1, height >> 1];
  return Uint8Array.from({ length: w * h }, (_, i) => {
    const at = 2 * Math.floor(i / w) * width + 2 * (i % w);
    const sum = data[at] + data[at + 1] + data[at + width] + data[at + width + 1];
    return Math.round(sum / 4 / GLIMPSE_STEP) * GLIMPSE_STEP;
  });
}

/** Measures a glyph and draws it small. ~0.2 ms. */
export function drawGlimpse(type: Pick<TypeRenderer, "measure" | "coverage">, { char, ...cut }: Glyph): GlyphGlimpse {
  const m = type.measure({ ...cut, text: char, sizePx: MEASURED, trackingPx: 0 });
  const measures = {
    advance: inUnits(m.advance),
    left: inUnits(m.left),
    right: inUnits(m.right),
    top: inUnits(m.top),
    bottom: inUnits(m.bottom),
  };
  const even = (px: number): number => 2 * Math.ceil(px / 2);
  const em = 2 * GLIMPSE_EM;
  const [penX, penY] = [2 * MARGIN + even(Math.max(0, -measures.left * em)), 2 * MARGIN + even(Math.max(0, -measures.top * em))];
  const width = penX + even(Math.max(0, measures.right * em)) + 2 * MARGIN;
  const height = penY + even(Math.max(0, measures.bottom * em)) + 2 * MARGIN;
  const transform = [
    [1, 0, penX],
    [0, 1, penY],
  ] as const;
  const drawn = type.coverage({ ...cut, text: char, sizePx: em, trackingPx: 0 }, { width, height, transform, draft: true });
  const sheet: GlyphSheet = {
    data: halved(drawn, width, height),
    width: width / 2,
    height: height / 2,
    penX: penX / 2,
    penY: penY / 2,
    em: GLIMPSE_EM,
  };
  return { measures, sheet };
}
