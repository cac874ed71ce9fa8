/**
 * The subject's own colour in a mixed pixel, so that no rim of the old ground shows on the new one: solved from I = αF + (1−α)B,
 * leaning on the nearest sure subject colour the thinner the subject is in the pixel. Writes 3 channels, 0–255, to `out`.
 */
export function cleanColour(
  pixel: ArrayLike<number>,
  { alpha, back, front }: { readonly alpha: number; readonly back: Float32Array; readonly front: Float32Array },
  out: Float32Array,
): void {
  const own = alpha * alpha;
  for (let c = 0; c < 3; c++) {
    const solved = Math.min(255, Math.max(0, (pixel[c] - (1 - alpha) * back[c]) / alpha));
    out[c] = solved * own + front[c] * (1 - own);
  }
}
