import type { RunMetrics } from "../ports.ts";

/** Top of the em box above the baseline, in em, as Han glyphs sit in it. */
const EM_TOP = 0.88;
/** Depth of the baseline below the middle of a column's cell, em. */
export const BASELINE_IN_CELL = EM_TOP - 0.5;

/** Marks that stand at the foot of their cell in a line and at its head, on the other side, in a column: those of an em's width. */
const AT_HEAD = /[，。、．；：！？]/u;
/** What encloses or goes on is turned with the line. */
const TURNED = /[（）［］｛｝〔〕【】〖〗《》〈〉「」『』“”‘’—–…‥～〜｜]/u;

/** A comma's tail may reach under its cell, but at the head its dot stays off the character before, em. */
const HEAD_ROOM = 0.06;

/** How a character stands in a column against how it stands in a line: turned about its cell's middle, and moved, both in em. */
export interface ColumnForm {
  /** A quarter clockwise. */
  readonly isTurned: boolean;
  readonly dx: number;
  readonly dy: number;
}
const UPRIGHT: ColumnForm = { isTurned: false, dx: 0, dy: 0 };

/**
 * As fonts' vertical forms have it (OpenType `vert`; Requirements for Chinese Text Layout §3.1): stops and commas go from one corner of their cell to the
 * other, brackets and dashes are turned. Marks that a face centres, as in Taiwan, stay. `metrics`: of the character alone, em, in a line.
 */
export function columnForm(char: string, { advance, left, right, top, bottom }: RunMetrics): ColumnForm {
  if (TURNED.test(char)) return { ...UPRIGHT, isTurned: true };
  if (!AT_HEAD.test(char)) return UPRIGHT;
  return { isTurned: false, dx: advance - left - right, dy: Math.max(-2 * BASELINE_IN_CELL - top - bottom, HEAD_ROOM - EM_TOP - top) };
}

/** The ink's reach across the column from its middle and along it from the baseline, em. */
function inkInCell(char: string, m: RunMetrics): { readonly half: number; readonly top: number; readonly bottom: number } {
  const { isTurned, dy } = columnForm(char, m);
  if (!isTurned) return { half: (m.right - m.left) / 2, top: m.top + dy, bottom: m.bottom + dy };
  const middle = m.advance / 2 + BASELINE_IN_CELL;
  return { half: (m.bottom - m.top) / 2, top: m.left - middle, bottom: m.right - middle };
}

/**
 * A column's metrics along its own direction, from its characters' in em: `left`…`right` run down the column, `top`…`bottom` across it
 * from its middle.
 */
export function columnMetrics(tracking: number, chars: readonly string[], metrics: readonly RunMetrics[]): RunMetrics {
  const advance = chars.length + tracking * Math.max(0, chars.length - 1);
  if (chars.length === 0) return { advance: 0, left: 0, right: 0, top: 0, bottom: 0 };
  const inks = chars.map((char, i) => inkInCell(char, metrics[i]));
  const half = Math.max(...inks.map((ink) => ink.half));
  return { advance, left: inks[0].top + EM_TOP, right: advance - 1 + inks[inks.length - 1].bottom + EM_TOP, top: -half, bottom: half };
}
