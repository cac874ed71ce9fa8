/** Cell pixels per em: as glimpses are drawn. */
export const EM = 24;
/** Rows of a cell over its baseline, and in all. It is as wide as its face's Han characters. */
export const ABOVE = 23;
export const ROWS = 30;

/** Room for what is seen in a cell: looks are many, so one serves them all. */
export const roomForCell = (columns: number): Float32Array => new Float32Array(columns * ROWS);

/** Takes the mean away and brings the length to one, in place; all zero where nothing varies. */
export function normalised(values: Float32Array): Float32Array {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] -= mean;
    squares += values[i] * values[i];
  }
  const length = Math.sqrt(squares);
  const gain = length > 1e-6 ? 1 / length : 0;
  for (let i = 0; i < values.length; i++) values[i] *= gain;
  return values;
}

/** How alike two normalised cells are, 0–1: light on dark or dark on light. */
export function likeness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return Math.abs(sum);
}

/** A cell at half the size, for a first look at thousands: normalised. */
export function halfCell(cell: Float32Array, columns: number): Float32Array {
  const [w, h] = [columns >> 1, ROWS >> 1];
  const out = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = 2 * y * columns + 2 * x;
      out[y * w + x] = cell[at] + cell[at + 1] + cell[at + columns] + cell[at + columns + 1];
    }
  }
  return normalised(out);
}
