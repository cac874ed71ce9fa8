/** Middle value (upper one of two); 0 where there is none. */
export function medianOf(values: ArrayLike<number>): number {
  return quantileOf(values, 0.5);
}

/** Value below which the share `q` (0–1) of all lies; 0 where there is none. Works on a copy. O(n). */
export function quantileOf(values: ArrayLike<number>, q: number): number {
  return quantileInPlace(new Float32Array(values), q);
}

/** The same, reordering the values it is given. */
export function quantileInPlace(values: Float32Array, q: number): number {
  if (values.length === 0) return 0;
  return select(values, Math.min(values.length - 1, Math.floor(values.length * q)));
}

/** Hoare's selection: the value that sorting would bring to index `k`. */
function select(values: Float32Array, k: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = values[(low + high) >> 1];
    let [i, j] = [low, high];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const swapped = values[i];
      values[i++] = values[j];
      values[j--] = swapped;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k];
}
