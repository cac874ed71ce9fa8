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

/** Where Han and Latin touch, designers often part them and readers often miss it; before a unit (35元) seldom. */
const BEFORE_LATIN = /(?<=\p{Script=Han})(?=[A-Za-z\d¥$€£])/gu;
const BEFORE_HAN = /(?<=[A-Za-z\d%])(?=\p{Script=Han})/gu;
const PARTINGS: readonly ((text: string) => string)[] = [
  (text) => text.replace(BEFORE_LATIN, " "),
  (text) => text.replace(BEFORE_HAN, " "),
  (text) => text.replace(BEFORE_LATIN, " ").replace(BEFORE_HAN, " "),
];

/** The new string spaced as the old one was found to be set: parted where the reader had missed the spaces of the old. */
export function spacedAlike(text: string, old: { readonly read: string; readonly set: string }): string {
  const parting = old.set === old.read ? undefined : PARTINGS.find((part) => part(old.read) === old.set);
  return parting ? parting(text) : text;
}

/**
 * Ways the string may really be set: readers confuse full and half width, which differ in space but hardly in shape, and miss spaces
 * between scripts. The string itself first; then all such characters narrow, then all wide, then parted, where that differs.
 */
export function spellings(text: string): readonly string[] {
  const narrow = PAIRS.reduce((s, [wide, thin]) => s.replaceAll(wide, thin), text);
  const wide = /\p{Script=Han}/u.test(text) ? PAIRS.slice(0, -1).reduce((s, [w, thin]) => s.replaceAll(thin, w), text) : text;
  return [...new Set([text, narrow, wide, ...PARTINGS.map((part) => part(text))])];
}
