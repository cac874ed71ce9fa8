import { type Ruler, spacesIn } from "../ruler.ts";
import type { Setting } from "../setting.ts";

/** Letters beside a space, with it. */
const AT_SPACE = /(?=(\S) (\S))/gu;

/**
 * How far the spaces of a string draw the words beside them, summed over its gaps, pixels: what kerning does to letters next to a space. Type is
 * set with it or without, by the program; browsers set word by word, without. 0 where the letters are not tied at all.
 */
export function gapKerning(ruler: Ruler, setting: Setting, text: string): number {
  if (setting.vertical || spacesIn(text) === 0) return 0;
  const em = [...text.matchAll(AT_SPACE)].reduce(
    (sum, [, before, after]) => sum + Math.abs(ruler.kerning(setting, `${before} `) + ruler.kerning(setting, ` ${after}`)),
    0,
  );
  return em * setting.sizePx * setting.condense;
}
