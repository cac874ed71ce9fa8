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

const LATIN = /[A-Za-z\d¥$€£][A-Za-z\d¥$€£%.,:+-]*/gu;
const isHan = (char: string | undefined): boolean => char !== undefined && /\p{Script=Han}/u.test(char);

/** Where Han and Latin touch: the place in the string, and what touches what; a number beside its unit is another case than a word. */
function junctions(text: string): readonly { readonly at: number; readonly kind: string }[] {
  return [...text.matchAll(LATIN)].flatMap(({ index, 0: run }) => {
    const what = /[A-Za-z]/.test(run) ? "word" : "number";
    const end = index + run.length;
    return [
      ...(isHan(text[index - 1]) ? [{ at: index, kind: `han ${what}` }] : []),
      ...(isHan(text[end]) ? [{ at: end, kind: `${what} han` }] : []),
    ];
  });
}

/** The kinds of junction of which `set` has some parted that touch in `read`; the strings differ in nothing but such spaces. */
function partedKinds(read: string, set: string): ReadonlySet<string> {
  let spaces = 0;
  const kinds = junctions(read).flatMap(({ at, kind }) => {
    if (set[at + spaces] !== " ") return [];
    spaces++;
    return [kind];
  });
  return new Set(kinds);
}

/**
 * The new string spaced as the old one was found to be set: parted where the reader had missed the spaces of the old, at places of the
 * same kind. `VIP 专享礼` says nothing of how `买2件` is set.
 */
export function spacedAlike(text: string, old: { readonly read: string; readonly set: string }): string {
  if (old.set === old.read || !PARTINGS.some((part) => part(old.read) === old.set)) return text;
  const kinds = partedKinds(old.read, old.set);
  const places = junctions(text).flatMap(({ at, kind }) => (kinds.has(kind) ? [at] : []));
  return [...places].reverse().reduce((spaced, at) => `${spaced.slice(0, at)} ${spaced.slice(at)}`, text);
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
