import { commonPairs } from "../../imaging/text/common-pairs.ts";

/** What does not tell wordings apart. */
const MARKS = /(?![#@%&¥$€£])[\p{P}\p{S}\s]/gu;
/** Han characters one by one, words of other letters whole, every figure as one kind of thing. */
const TOKENS = /\p{Script=Han}|(?!\p{Script=Han})\p{L}+|[#@%&¥$€£]/gu;
/** Where one thing in a line ends, and the words of one at most. */
const PARTED = /\s*[·•|｜,，、;；]\s*/u;
const MOST_WORDS = 10;

const tokensOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\d[\d.,]*/gu, "#")
    .replaceAll(MARKS, " ")
    .match(TOKENS) ?? [];

/** The runs of words of a line, the longest first: any may be what a new wording takes the place of. */
function partsOf(line: string): readonly string[] {
  const pieces = line.split(PARTED).flatMap((piece) => {
    const words = piece.split(/\s+/u).slice(0, MOST_WORDS);
    return words.flatMap((_, from) => words.slice(from).map((__, n) => words.slice(from, from + n + 1).join(" ")));
  });
  return [...new Set([line, ...pieces])].toSorted((a, b) => b.length - a.length);
}

/** From this share in common a wording is another edition of one, if none of the others comes near it. */
const ALIKE = 0.6;
const AHEAD = 0.2;
/** A lone figure, or one word of two characters, says nothing about which is meant. */
const LEAST_TOKENS = { figured: 2, worded: 3 } as const;

function likeness(part: string, wanted: readonly string[]): number {
  const tokens = tokensOf(part);
  const common = commonPairs(tokens, wanted).length;
  const least = tokens.includes("#") ? LEAST_TOKENS.figured : LEAST_TOKENS.worded;
  return common < least ? 0 : (2 * common) / (tokens.length + wanted.length);
}

/**
 * The one text, or part of a line, of which a new wording is plainly another edition: “前100名送榨汁杯” for 前50名送便携杯, 25-40K for 30–50K. So a text is known
 * that is called by what it is and not by what it says: 赠品那句, 薪资. `undefined` where none is, or more than one may be.
 */
export function likeNew(wording: string, lines: readonly string[]): string | undefined {
  const wanted = tokensOf(wording);
  const best = lines.map((line) => {
    const parts = partsOf(line).map((part) => ({ part, alike: likeness(part, wanted) }));
    return parts.reduce((most, one) => (one.alike > most.alike ? one : most));
  });
  const [first, second] = best.toSorted((a, b) => b.alike - a.alike);
  return first !== undefined && first.alike >= ALIKE && first.alike - (second?.alike ?? 0) >= AHEAD ? first.part : undefined;
}
