/**
 * Solves linear equations in place by elimination with partial pivots. `rows`: n rows of n coefficients followed by one
 * or more right-hand sides. Afterwards column n + k of row i holds unknown i of system k. Says `false`, leaving rubbish,
 * where the system is singular. O(n³).
 */
export function solveLinear(rows: Float64Array[]): boolean {
  const n = rows.length;
  for (let p = 0; p < n; p++) {
    let best = p;
    for (let r = p + 1; r < n; r++) if (Math.abs(rows[r][p]) > Math.abs(rows[best][p])) best = r;
    [rows[p], rows[best]] = [rows[best], rows[p]];
    const pivot = rows[p][p];
    if (!(Math.abs(pivot) > 1e-12)) return false;
    for (let r = 0; r < n; r++) {
      const factor = r === p ? 0 : rows[r][p] / pivot;
      if (factor !== 0) for (let c = p; c < rows[r].length; c++) rows[r][c] -= factor * rows[p][c];
    }
  }
  for (let p = 0; p < n; p++) for (let c = n; c < rows[p].length; c++) rows[p][c] /= rows[p][p];
  return true;
}
