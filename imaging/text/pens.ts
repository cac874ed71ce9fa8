import type { RunMetrics } from "../ports.ts";
import type { Ruler } from "./ruler.ts";
import type { Setting } from "./setting.ts";

/**
 * Where each character's pen position lies along the line, in pixels from the setting's middle; one more than characters.
 * A character begins its own advance before the end of the string up to it: so it stands where kerning has drawn it.
 */
export function penPositions(ruler: Ruler, setting: Setting, text: string): readonly number[] {
  const chars = [...text];
  const scale = setting.sizePx * setting.condense;
  const advance = (part: string): number => ruler.metrics(setting, part).advance;
  const total = advance(text);
  const starts = chars.map((char, i) => advance(chars.slice(0, i + 1).join("")) - advance(char));
  return [...starts, total].map((start) => (start - total / 2) * scale);
}

const KERNED = /[\p{Script=Latin}\p{N}\p{P} ]/u;

/** As `penPositions`, from characters and pairs measured once per face: a line of many faces' weights costs next to nothing. */
export function pairedPens(ruler: Ruler, setting: Setting, text: string): readonly number[] {
  const chars = [...text];
  const pens = [0];
  for (let i = 0; i < chars.length; i++) {
    const [char, next] = [chars[i], chars[i + 1]];
    // A space measures its word gap with it.
    const own = setting.vertical ? 1 : ruler.metrics(setting, char).advance;
    const pair =
      next !== undefined && !setting.vertical && KERNED.test(char) && KERNED.test(next) ? ruler.kerning(setting, char + next) : 0;
    const spread = next === undefined ? 0 : setting.tracking;
    pens.push(pens[i] + own + pair + spread);
  }
  const half = pens[chars.length] / 2;
  return pens.map((p) => (p - half) * setting.sizePx * setting.condense);
}

/** As `Ruler.metrics` of a line, from its characters as `pairedPens` sets them. */
export function pairedMetrics(ruler: Ruler, setting: Setting, text: string): RunMetrics {
  if (setting.vertical) return ruler.metrics(setting, text);
  const pens = pairedPens(ruler, { ...setting, sizePx: 1, condense: 1 }, text);
  const own = [...text].map((char) => ruler.metrics(setting, char));
  return {
    advance: pens[own.length] - pens[0],
    left: own[0]?.left ?? 0,
    right: (pens[own.length - 1] ?? 0) - pens[0] + (own[own.length - 1]?.right ?? 0),
    top: Math.min(...own.map((m) => m.top)),
    bottom: Math.max(...own.map((m) => m.bottom)),
  };
}
