/** Rows of the first level of GB 2312; each has the same cells, but the last row ends earlier. */
const ROWS = { first: 0xb0, count: 40 } as const;
const CELLS = { first: 0xa1, count: 94 } as const;
const COUNT = 3755;

let known: readonly string[] | undefined;

/** The 3,755 commonest Han characters: the first level of GB 2312, in its order. */
export function commonHan(): readonly string[] {
  known ??= decoded();
  return known;
}

function decoded(): readonly string[] {
  const bytes = Array.from({ length: ROWS.count * CELLS.count }, (_, i) => [
    ROWS.first + Math.floor(i / CELLS.count),
    CELLS.first + (i % CELLS.count),
  ]);
  return [...new TextDecoder("gb18030").decode(Uint8Array.from(bytes.slice(0, COUNT).flat()))];
}
