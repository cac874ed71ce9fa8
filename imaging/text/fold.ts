import { simplified } from "../../protocol/traditional.ts";

/** One character after folding. */
export interface FoldedChar {
  readonly char: string;
}

/** Differences no person means: forms of the same mark that keyboards, designers and readers exchange freely. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u201b\u2032`´]/gu, "'"],
  [/[\u201c\u201d\u201e\u201f\u2033«»「」『』]/gu, '"'],
  [/[\u2010-\u2015\u2212\u2e3a\u2e3b]/gu, "-"],
  [/[。｡]/gu, "."],
  [/[、]/gu, ","],
  [/[·・•‧∙]/gu, "·"],
  [/[〜∼～]/gu, "~"],
  [/[￥]/gu, "¥"],
  [/[×✕╳]/gu, "x"],
];

/** What a reader of pictures takes for each other, for the second try. */
const LOOK_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[〇○]/gu, "o"],
  [/[ıl|丨]/gu, "i"],
  [/[ー一]/gu, "-"],
  [/'/gu, ""],
];

/** NFKC (full and half width), marks unified, white space removed; one entry per remaining character. */
export function foldedText(text: string): FoldedChar[] {
  const plain = SAME.reduce(
    (s, [from, to]) => s.replace(from, to),
    SAME.reduce((s, [from, to]) => s.replace(from, to), text).normalize("NFKC"),
  );
  return [...plain].filter((c) => !/[\s\u200b-\u200d\ufeff]/u.test(c)).map((char) => ({ char }));
}

/** Marks over and under Latin letters, which the reader mostly drops: é, ü, ş. */
const withoutAccents = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC");

/** Folded, lower case, look-alikes, accented letters and traditional characters unified, apostrophes dropped. */
export function looselyFolded(text: string): FoldedChar[] {
  const folded = foldedText(text).map((c) => c.char);
  const plain = simplified(withoutAccents(folded.join("").toLowerCase()));
  return [...LOOK_ALIKE.reduce((s, [from, to]) => s.replace(from, to), plain)].map((char) => ({ char }));
}
