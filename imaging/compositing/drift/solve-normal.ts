/** Solves the symmetric system `a·x = b` (`a` row-major n×n) by Gaussian elimination with pivoting; `undefined` where it is singular. Overwrites both. */
export function solveNormal(a: Float64Array, b: Float64Array): Float64Array | undefined {
  const n = b.length;
  for (let k = 0; k < n; k++) {
    const pivot = pivotRow(a, n, k);
    if (Math.abs(a[pivot * n + k]) < 1e-9) return undefined;
    swapRows(a, b, { n, from: k, to: pivot });
    for (let row = k + 1; row < n; row++) {
      const factor = a[row * n + k] / a[k * n + k];
      for (let c = k; c < n; c++) a[row * n + c] -= factor * a[k * n + c];
      b[row] -= factor * b[k];
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let c = k + 1; c < n; c++) b[k] -= a[k * n + c] * b[c];
    b[k] /= a[k * n + k];
  }
  return b.every(Number.isFinite) ? b : undefined;
}

function pivotRow(a: Float64Array, n: number, k: number): number {
  let best = k;
  for (let row = k + 1; row < n; row++) if (Math.abs(a[row * n + k]) > Math.abs(a[best * n + k])) best = row;
  return best;
}

function swapRows(a: Float64Array, b: Float64Array, { n, from, to }: { n: number; from: number; to: number }): void {
  if (from === to) return;
  for (let c = 0; c < n; c++) [a[from * n + c], a[to * n + c]] = [a[to * n + c], a[from * n + c]];
  [b[from], b[to]] = [b[to], b[from]];
}
