import { unbreakable } from "../deal-out.ts";

/** Rows a text asks for itself, by line breaks; one where it has none. Blank rows and spaces at their ends fall away. */
export const rowsAsked = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter((row) => row !== "");

/** What a place to break at costs, as a share of the row after it: nothing behind a mark, much inside a word of several characters. */
const COST = { behindMark: 1, betweenWords: 1.05, insideWord: 1.35 } as const;
const MARK = /[\p{P}]\s*$/u;
const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Cost of beginning a row with each piece. */
function costsOf(pieces: readonly string[]): readonly number[] {
  const text = pieces.join("");
  const starts = new Set(Array.from(words.segment(text), (s) => s.index));
  let at = 0;
  return pieces.map((piece) => {
    const cost = MARK.test(text.slice(0, at)) ? COST.behindMark : starts.has(at) ? COST.betweenWords : COST.insideWord;
    at += piece.length;
    return cost;
  });
}

/**
 * A text in `count` rows as even as its words and marks allow: the widest row is as narrow as can be, broken behind marks and between words
 * rather than inside Chinese words. Broken only where `unbreakable` lets it (禁则). `undefined` where it has too few places to break at.
 * O(pieces² · count) calls of `widthOf`.
 */
export function breakRows(text: string, count: number, widthOf: (row: string) => number): readonly string[] | undefined {
  const pieces = unbreakable(text.trim());
  if (pieces.length < count) return undefined;
  const costs = costsOf(pieces);
  const row = (from: number, to: number): string => pieces.slice(from, to).join("").trim();
  // widest[to] = the narrowest widest row that sets the first `to` pieces in the rows so far.
  let widest = Array.from({ length: pieces.length + 1 }, (_, to) => (to === 0 ? Number.POSITIVE_INFINITY : widthOf(row(0, to))));
  const starts: number[][] = [];
  for (let k = 1; k < count; k++) {
    const next = widest.map(() => Number.POSITIVE_INFINITY);
    const from = widest.map(() => 0);
    for (let to = k + 1; to <= pieces.length; to++) {
      for (let at = k; at < to; at++) {
        const width = Math.max(widest[at], widthOf(row(at, to))) * costs[at];
        if (width < next[to]) [next[to], from[to]] = [width, at];
      }
    }
    widest = next;
    starts.push(from);
  }
  const rows: string[] = [];
  let end = pieces.length;
  for (const from of starts.reverse()) {
    rows.unshift(row(from[end], end));
    end = from[end];
  }
  return [row(0, end), ...rows];
}
