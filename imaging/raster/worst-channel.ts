/** How far pixel `i` of one interleaved RGB image lies from pixel `j` of another in the channel where it is furthest; same range as the data. */
export function worstChannel(a: Float32Array, b: Float32Array, { i, j }: { readonly i: number; readonly j: number }): number {
  const [p, q] = [i * 3, j * 3];
  return Math.max(Math.abs(a[p] - b[q]), Math.abs(a[p + 1] - b[q + 1]), Math.abs(a[p + 2] - b[q + 2]));
}
