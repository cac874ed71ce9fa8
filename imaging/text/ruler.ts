import type { GlyphRun, RunMetrics, TypeRenderer } from "../ports.ts";
import { columnMetrics } from "./column.ts";
import { createGlyphSheets, type GlyphSheets } from "./glyph-sheets.ts";
import { remember } from "./remember.ts";
import { EM, runOf, type Setting } from "./setting.ts";

/** Tracking, em, up to which letters set one by one are taken to be tied as in untracked type: so much is an accident of the measurement. */
const TIED = 0.012;

/** Whether letters stand as type that is tracked has them: a run drawn whole is untied by any tracking. */
const isSpaced = ({ tracking, perspective, warp }: Setting): boolean => Math.abs(tracking) > (perspective || warp ? TIED : 0);

/** Measures text; the same run is measured once. Lengths in em; the tracking after the last character is left out. */
export interface Ruler {
  readonly type: TypeRenderer;
  readonly sheets: GlyphSheets;
  metrics(setting: Setting, text: string): RunMetrics;
  /** How much closer than their advances two characters stand, em. */
  kerning(setting: Setting, pair: string): number;
}

export const spacesIn = (text: string): number => text.split(" ").length - 1;

/** Runs and pairs remembered: some hundred fits' worth. */
const KEPT_RUNS = 40_000;

/** The renderer's ruler: one each, so that what one line has measured serves the next. Fonts must have been prepared for what is measured. */
export function rulerOf(type: TypeRenderer): Ruler {
  const before = rulers.get(type);
  if (before) return before;
  const made = createRuler(type);
  rulers.set(type, made);
  return made;
}
const rulers = new WeakMap<TypeRenderer, Ruler>();

/** A run's letters without what spacing adds; spaced letters are not tied to each other, which can make them wider. */
function lettersOf(type: TypeRenderer, run: GlyphRun, spaced: boolean): RunMetrics {
  const m = type.measure({ ...run, trackingPx: spaced ? 1 : 0, wordSpacingPx: 0 });
  if (!spaced) return m;
  const count = [...run.text].length;
  return { ...m, advance: m.advance - count, right: m.right - Math.max(0, count - 1) };
}

export function createRuler(type: TypeRenderer): Ruler {
  const runs = remember<RunMetrics>(KEPT_RUNS);
  const pairs = remember<number>(KEPT_RUNS);
  const plain = (setting: Setting, text: string): RunMetrics => {
    const [run, spaced] = [runOf(setting, text), isSpaced(setting)];
    return runs(`${run.faceId}|${run.weight}|${run.italic}|${spaced}|${run.text}`, () => lettersOf(type, run, spaced));
  };
  return {
    type,
    sheets: createGlyphSheets(type),
    kerning: (setting, pair) =>
      pairs(`${setting.faceId}|${setting.italic}|${isSpaced(setting)}|${pair}`, () => {
        const apart = [...pair].reduce((sum, c) => sum + plain(setting, c).advance, 0);
        return (plain(setting, pair).advance - apart) / EM;
      }),
    metrics(setting, text) {
      const chars = [...text];
      if (setting.vertical) {
        const own = chars.map((char) => inEm(plain(setting, char)));
        return columnMetrics(setting.tracking, chars, own);
      }
      const m = inEm(plain(setting, text));
      const spread = setting.tracking * Math.max(0, chars.length - 1) + setting.wordGap * spacesIn(text);
      return { ...m, advance: m.advance + spread, right: m.right + spread };
    },
  };
}

const inEm = (m: RunMetrics): RunMetrics => ({
  advance: m.advance / EM,
  left: m.left / EM,
  right: m.right / EM,
  top: m.top / EM,
  bottom: m.bottom / EM,
});
