/** A stretch `from` … `to` (exclusive) of the searched letters and its edit distance to the wanted ones. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
}

/**
 * All stretches of `letters` nearest to `wanted` with at most `slips` insertions, deletions or substitutions, not overlapping,
 * in order (Sellers 1980). O(letters × wanted).
 */
export function closestSpan(letters: readonly string[], wanted: readonly string[], slips: number): Span[] {
  const ends = spansByEnd(letters, wanted).filter((s) => s.distance <= slips);
  const least = Math.min(...ends.map((s) => s.distance));
  const odd = (s: Span): number => Math.abs(s.to - s.from - wanted.length);
  const chosen: Span[] = [];
  for (const span of ends.filter((s) => s.distance === least).sort((a, b) => odd(a) - odd(b) || a.from - b.from)) {
    if (chosen.every((c) => span.from >= c.to || span.to <= c.from)) chosen.push(span);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/** For each end position the nearest stretch ending there. Row `i` aligns the first `i` wanted letters. */
function spansByEnd(letters: readonly string[], wanted: readonly string[]): Span[] {
  let costs: number[] = new Array(letters.length + 1).fill(0);
  let starts: number[] = costs.map((_, i) => i);
  for (const letter of wanted) {
    const nextCosts = [costs[0] + slipCost(letter)];
    const nextStarts = [0];
    for (let j = 1; j <= letters.length; j++) {
      const replace = costs[j - 1] + exchangeCost(letters[j - 1], letter);
      const miss = costs[j] + slipCost(letter);
      const extra = nextCosts[j - 1] + slipCost(letters[j - 1]);
      const least = Math.min(replace, miss, extra);
      nextCosts.push(least);
      nextStarts.push(least === replace ? starts[j - 1] : least === miss ? starts[j] : nextStarts[j - 1]);
    }
    costs = nextCosts;
    starts = nextStarts;
  }
  return costs.map((distance, to) => ({ from: starts[to], to, distance })).filter((s) => s.to > s.from);
}

/** A digit is never a slip: ¥168 is not a misread ¥169, it is another price. A letter read as a digit (O, 0) is. */
const NEVER = 1000;
const isDigit = (letter: string): boolean => letter >= "0" && letter <= "9";
const slipCost = (letter: string): number => (isDigit(letter) ? NEVER : 1);
const exchangeCost = (a: string, b: string): number => (a === b ? 0 : isDigit(a) && isDigit(b) ? NEVER : 1);
