/** Middle value; 0 of an empty list. */
export function median(values: readonly number[] | Float32Array | Float64Array): number {
  if (values.length === 0) return 0;
  return select(new Float64Array(values), values.length >> 1);
}

/** The value that would stand at `rank` were the list sorted (Hoare 1961); leaves the list in another order. */
function select(list: Float64Array, rank: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const pivot = list[(low + high) >> 1];
    let i = low - 1;
    let j = high + 1;
    for (;;) {
      do i++;
      while (list[i] < pivot);
      do j--;
      while (list[j] > pivot);
      if (i >= j) break;
      const kept = list[i];
      list[i] = list[j];
      list[j] = kept;
    }
    if (rank <= j) high = j;
    else low = j + 1;
  }
  return list[rank];
}

/** Value at `share` (0–1) of the sorted list; 0 of an empty list. */
export function quantile(values: readonly number[] | Float32Array | Float64Array, share: number): number {
  if (values.length === 0) return 0;
  return select(new Float64Array(values), Math.min(values.length - 1, Math.floor(values.length * share)));
}
