/** `sum` and the first `count` products of two rows, added in order. */
export function addProducts(sum: number, row: Float64Array, other: Float64Array, count: number): number {
  let total = sum;
  for (let i = 0; i < count; i++) total += row[i] * other[i];
  return total;
}

/** Adds the products of a row with each of the others to the sums from `at` on, bit for bit as one after the other. */
export function addRowProducts(
  sums: Float64Array,
  at: number,
  { row, others, count }: { readonly row: Float64Array; readonly others: readonly Float64Array[]; readonly count: number },
): void {
  let c = 0;
  for (; c + 4 <= others.length; c += 4) addFour(sums, at + c, { row, others: others.slice(c, c + 4), count });
  for (; c < others.length; c++) sums[at + c] = addProducts(sums[at + c], row, others[c], count);
}

/** Four sums side by side: one alone would wait for each addition to end before the next. */
function addFour(
  sums: Float64Array,
  at: number,
  { row, others, count }: { readonly row: Float64Array; readonly others: readonly Float64Array[]; readonly count: number },
): void {
  const [a, b, c, d] = others;
  let [p, q, r, s] = [sums[at], sums[at + 1], sums[at + 2], sums[at + 3]];
  for (let i = 0; i < count; i++) {
    const v = row[i];
    p += v * a[i];
    q += v * b[i];
    r += v * c[i];
    s += v * d[i];
  }
  sums[at] = p;
  sums[at + 1] = q;
  sums[at + 2] = r;
  sums[at + 3] = s;
}
