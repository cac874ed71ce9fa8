/** One character read off the network's output: `step` is the mean time step of its run, `confidence` the highest probability in it. */
export interface CtcSpot {
  readonly char: string;
  readonly step: number;
  readonly confidence: number;
}

/** One line's `[T, C]` class probabilities; `offset` where it starts in `data`. */
export interface CtcRow {
  readonly data: Float32Array;
  readonly offset: number;
  readonly steps: number;
  readonly classes: number;
}

/** The model writes some signs of money full width only; people write them narrow. */
const NARROW: Readonly<Record<string, string>> = { "￥": "¥", "￡": "£", "￠": "¢" };
const written = (char: string): string => NARROW[char] ?? char;

/** Best-path decoding: the likeliest class of each step, runs joined, blanks (class 0) dropped (Graves et al. 2006). */
export function decodeCtc(row: CtcRow, alphabet: readonly string[]): CtcSpot[] {
  const spots: { char: string; first: number; last: number; confidence: number }[] = [];
  let previous = 0;
  for (let step = 0; step < row.steps; step++) {
    const { index, value } = likeliest(row, step);
    const open = spots[spots.length - 1];
    if (index !== 0 && index === previous) {
      open.last = step;
      open.confidence = Math.max(open.confidence, value);
    } else if (index !== 0) spots.push({ char: written(alphabet[index] ?? ""), first: step, last: step, confidence: value });
    previous = index;
  }
  return spots.map(({ char, first, last, confidence }) => ({ char, step: (first + last) / 2, confidence }));
}

function likeliest({ data, offset, classes }: CtcRow, step: number): { index: number; value: number } {
  const start = offset + step * classes;
  let index = 0;
  let value = data[start];
  for (let c = 1; c < classes; c++) {
    if (data[start + c] > value) {
      index = c;
      value = data[start + c];
    }
  }
  return { index, value };
}

/** Highest probability of `index` strictly between two steps; 0 where there is no step between. */
export function peakBetween({ data, offset, classes, steps }: CtcRow, index: number, [from, to]: readonly [number, number]): number {
  let peak = 0;
  for (let step = Math.max(0, Math.floor(from) + 1); step < Math.min(steps, Math.ceil(to)); step++) {
    peak = Math.max(peak, data[offset + step * classes + index]);
  }
  return peak;
}
