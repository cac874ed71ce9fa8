/**
 * A string as OCR comparison sees it: NFKC (full-width forms become plain), lower case, without white space, quotes and
 * dashes unified, 〇 as O. What OCR confuses without a reader noticing must not count as an error.
 */
export function foldForReading(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, "")
    .replace(/[‐‑‒–—―−－]/gu, "-")
    .replace(/[‘’‛′`´]/gu, "'")
    .replace(/[“”‟″]/gu, '"')
    .replace(/〇/gu, "o");
}

/** Levenshtein distance in code points. O(a·b) time, O(b) memory. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[to.length];
}

/** How alike the wanted and the read string are after folding: 1 = the same, 0 = nothing in common. Both empty is 1. */
export function readBackSimilarity(wanted: string, read: string): number {
  const [a, b] = [foldForReading(wanted), foldForReading(read)];
  const longest = Math.max([...a].length, [...b].length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}
