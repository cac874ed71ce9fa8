/** Middle value; 0 of an empty list. Sorts a copy. */
export function median(values: readonly number[] | Float32Array | Float64Array): number {
  if (values.length === 0) return 0;
  const sorted = new Float64Array(values).sort();
  return sorted[sorted.length >> 1];
}

/** Value at `share` (0–1) of the sorted list; 0 of an empty list. */
export function quantile(values: readonly number[] | Float32Array, share: number): number {
  if (values.length === 0) return 0;
  const sorted = new Float64Array(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
