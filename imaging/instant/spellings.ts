/** Marks full and half width; the currency last: set wide it is another sign than the one priced with. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["？", "?"],
  ["！", "!"],
  ["，", ","],
  ["：", ":"],
  ["（", "("],
  ["）", ")"],
  ["；", ";"],
  ["￥", "¥"],
];

/**
 * Ways the string may really be set: readers confuse full and half width, which differ in space but hardly in shape.
 * The string itself first; then all such characters narrow, then all wide, where that differs.
 */
export function spellings(text: string): readonly string[] {
  const narrow = PAIRS.reduce((s, [wide, thin]) => s.replaceAll(wide, thin), text);
  const wide = /\p{Script=Han}/u.test(text) ? PAIRS.slice(0, -1).reduce((s, [w, thin]) => s.replaceAll(thin, w), text) : text;
  return [...new Set([text, narrow, wide])];
}
