/** One reader's marks over true lines. `characters` and `errors` give the character error rate. */
export interface ReadingScore {
  readonly lines: number;
  readonly exact: number;
  readonly characters: number;
  readonly errors: number;
}

/** Width forms, spaces and the two ways to write a yen sign do not count; case does. */
const plain = (text: string): string => text.normalize("NFKC").replaceAll("￥", "¥").replace(/\s+/g, "");

function distance(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  let row = y.map((_, j) => j + 1);
  for (let i = 0; i < x.length; i++) {
    let corner = i;
    let left = i + 1;
    row = row.map((up, j) => {
      const cost = Math.min(up + 1, left + 1, corner + (x[i] === y[j] ? 0 : 1));
      corner = up;
      left = cost;
      return cost;
    });
  }
  return y.length === 0 ? x.length : (row.at(-1) ?? 0);
}

/**
 * Marks what was read against what stands there: each true line takes the nearest line read that no other has taken; one that nothing
 * comes near costs all its characters. Lines read beyond the true ones are not counted against the reader.
 */
export function scoreReading(truth: readonly string[], read: readonly string[]): ReadingScore {
  const wanted = truth.map(plain);
  const free = new Set(read.map((text, i) => ({ text: plain(text), i })));
  const pairs = wanted
    .flatMap((text, w) => [...free].map((line) => ({ w, line, cost: distance(text, line.text) })))
    .sort((a, b) => a.cost - b.cost);
  const costs = new Map<number, number>();
  for (const { w, line, cost } of pairs) {
    if (costs.has(w) || !free.has(line)) continue;
    costs.set(w, Math.min(cost, [...wanted[w]].length));
    free.delete(line);
  }
  const errors = wanted.map((text, w) => costs.get(w) ?? [...text].length);
  return {
    lines: wanted.length,
    exact: errors.filter((e) => e === 0).length,
    characters: wanted.reduce((sum, text) => sum + [...text].length, 0),
    errors: errors.reduce((a, b) => a + b, 0),
  };
}

export const addScores = (a: ReadingScore, b: ReadingScore): ReadingScore => ({
  lines: a.lines + b.lines,
  exact: a.exact + b.exact,
  characters: a.characters + b.characters,
  errors: a.errors + b.errors,
});
export const NOTHING_READ: ReadingScore = { lines: 0, exact: 0, characters: 0, errors: 0 };
