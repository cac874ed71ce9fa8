import type { Operation } from "../../protocol/plan.ts";
import { fold, QUOTED } from "./phrase/fold.ts";
import type { Phrase } from "./phrase/phrase.ts";

/** Numbers that are no measure of their own: of a colour, coordinates (asked about elsewhere), a paper's name, an ordinal, how many there are, the next item's mark. */
const SAID_OTHERWISE = new RegExp(
  `(?<=${QUOTED}\\s*)\\d{1,2}$|${String.raw`#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\([^)]*\)|-?\d+\s*,\s*-?\d+|\ba[0-6]\b|第\s?\d+|\d+(?:st|nd|rd|th)\b|\b(?:line|row|no\.?|number|option|version|step) \d+|[共有]\s?\d+|\d+\s?(?:处|个|位|张|次|行|lines|rows|places|times|of)`}`,
  "gu",
);
/** Read as another measure than was written: 打8折 is -20 %, “1.5倍” is 150 %. */
const REMEASURED = /^(?:price |line-spacing |(?:148|210|297|420|594):)/;
const SCALED: readonly (keyof NonNullable<Operation["style"]>)[] = ["sizeFactor", "weight", "tracking", "trackingPx", "lines"];

const scaled = ({ style, value, kind, nth }: Operation): boolean =>
  kind === "query" ||
  kind === "background.recolour" ||
  nth !== undefined ||
  REMEASURED.test(String(value)) ||
  (style !== undefined && SCALED.some((name) => style[name] !== undefined));

/** Quoted words that only say beside which others the meant ones stand. */
const BESIDE_AFTER = /^\s*(?:的)?(?:后|前|旁|左|右|上|下|之后|之前|右侧|左侧|附近)/;
const BESIDE_BEFORE =
  /(?:\b(?:after|before|beside|behind|under|below|above|following|next to|left of|right of|near)(?: the)?(?: words?| text)?|在|从)\s*$/;

/**
 * A quoted wording or a number of a clause that none of its operations holds: half of what was said would be dropped without a word. A
 * cheap measure of what a reading left unexplained; words cannot be measured so, there are too many ways to say a thing.
 */
export function unheld(clause: Phrase, operations: readonly Operation[]): boolean {
  if (operations.length === 0) return false;
  const held = fold(JSON.stringify(operations)).replace(/\s+/g, "");
  for (const [at, words] of clause.sentence.literals) {
    if (at < clause.start || at >= clause.end || words.trim() === "") continue;
    if (held.includes(fold(JSON.stringify(words).slice(1, -1)).replace(/\s+/g, ""))) continue;
    const [before, after] = [clause.sentence.key.slice(clause.start, at), clause.sentence.key.slice(at + 1, clause.end)];
    if (!BESIDE_AFTER.test(after) && !BESIDE_BEFORE.test(before)) return true;
  }
  const measures = clause.key.replace(SAID_OTHERWISE, " ").match(/\d+(?:\.\d+)?/g);
  return measures !== null && !operations.some(scaled) && measures.some((number) => !held.includes(number));
}
