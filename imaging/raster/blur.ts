import type { FloatImage, Plane } from "./raster.ts";

/** Half of a normalised Gaussian, centre first, cut at 3 σ. */
function gaussianHalf(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(sigma * 3));
  const half = Float32Array.from({ length: radius + 1 }, (_, i) => Math.exp(-(i * i) / (2 * sigma * sigma)));
  const total = half.reduce((a, b) => a + b, 0) * 2 - half[0];
  return half.map((v) => v / total);
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** Whether a row of samples holds nothing: most of what is drawn to be blurred is empty ground. */
function isBlank(data: Float32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (data[i] !== 0) return false;
  return true;
}

/** Every row is laid out with its ends repeated first, so that one plain loop does all of it. Tells which rows are blank, 1 = blank. */
function blurRows(from: Float32Array, to: Float32Array, { width, height, channels }: Layout, half: Float32Array): Uint8Array {
  const [length, reach] = [width * channels, (half.length - 1) * channels];
  const row = new Float32Array(length + 2 * reach);
  const blank = new Uint8Array(height);
  const mix = (channels === 1 ? WRITTEN_OUT[half.length]?.row : undefined) ?? mixRow;
  for (let y = 0; y < height; y++) {
    const start = y * length;
    if (isBlank(from, start, start + length)) {
      to.fill(0, start, start + length);
      blank[y] = 1;
      continue;
    }
    row.set(from.subarray(start, start + length), reach);
    for (let i = 0; i < reach; i++) {
      row[i] = from[start + (i % channels)];
      row[reach + length + i] = from[start + length - channels + (i % channels)];
    }
    mix(row, to.subarray(start, start + length), half, channels);
  }
  return blank;
}

/** One row, its ends repeated, through the whole kernel. */
function mixRow(row: Float32Array, to: Float32Array, half: Float32Array, channels: number): void {
  const reach = (half.length - 1) * channels;
  const [centre, first] = [half[0], half[1]];
  for (let i = 0; i < to.length; i++) {
    const at = reach + i;
    let sum = row[at] * centre + first * (row[at - channels] + row[at + channels]);
    for (let k = 2, d = 2 * channels; k < half.length; k++, d += channels) sum += half[k] * (row[at - d] + row[at + d]);
    to[i] = sum;
  }
}

/** The same for the kernels that fitting uses, written out: to the last bit what `mixRow` gives. */
function mixFive(row: Float32Array, to: Float32Array, half: Float32Array): void {
  const [centre, first, second] = half;
  for (let i = 0; i < to.length; i++) to[i] = row[i + 2] * centre + first * (row[i + 1] + row[i + 3]) + second * (row[i] + row[i + 4]);
}

function mixSeven(row: Float32Array, to: Float32Array, half: Float32Array): void {
  const [centre, first, second, third] = half;
  for (let i = 0; i < to.length; i++) {
    to[i] = row[i + 3] * centre + first * (row[i + 2] + row[i + 4]) + second * (row[i + 1] + row[i + 5]) + third * (row[i] + row[i + 6]);
  }
}

function mixNine(row: Float32Array, to: Float32Array, half: Float32Array): void {
  const [centre, first, second, third, fourth] = half;
  for (let i = 0; i < to.length; i++) {
    const near = row[i + 4] * centre + first * (row[i + 3] + row[i + 5]) + second * (row[i + 2] + row[i + 6]);
    to[i] = near + third * (row[i + 1] + row[i + 7]) + fourth * (row[i] + row[i + 8]);
  }
}

/** Row `y` clamped to the picture, as a place in its data. */
const rowAt = (y: number, { height }: Layout, stride: number): number => Math.max(0, Math.min(height - 1, y)) * stride;

/** Whether all rows a kernel reaches from `y` are blank. */
function isBlankAround(blank: Uint8Array, y: number, reach: number): boolean {
  for (let k = Math.max(0, y - reach); k <= Math.min(blank.length - 1, y + reach); k++) if (blank[k] === 0) return false;
  return true;
}

/** Two taps at a time, so that a row is gone through half as often. What only blank rows reach stays 0, as `to` came. */
function blurColumns(
  from: Float32Array,
  to: Float32Array,
  at: { readonly layout: Layout; readonly half: Float32Array; readonly blank: Uint8Array },
): void {
  const { layout, half, blank } = at;
  const stride = layout.width * layout.channels;
  const [centre, first] = [half[0], half[1]];
  const writtenOut = WRITTEN_OUT[half.length];
  for (let y = 0; y < layout.height; y++) {
    if (isBlankAround(blank, y, half.length - 1)) continue;
    const row = y * stride;
    if (writtenOut) {
      writtenOut.rows(from, to, { row, layout, half });
      continue;
    }
    let above = rowAt(y - 1, layout, stride);
    let below = rowAt(y + 1, layout, stride);
    for (let i = 0; i < stride; i++) to[row + i] = centre * from[row + i] + first * (from[above + i] + from[below + i]);
    for (let k = 2; k < half.length; k += 2) {
      above = rowAt(y - k, layout, stride);
      below = rowAt(y + k, layout, stride);
      const beyond = k + 1 < half.length;
      const further = rowAt(y - k - 1, layout, stride);
      const deeper = rowAt(y + k + 1, layout, stride);
      const near = half[k];
      const far = beyond ? half[k + 1] : 0;
      for (let i = 0; i < stride; i++) {
        to[row + i] += near * (from[above + i] + from[below + i]) + far * (from[further + i] + from[deeper + i]);
      }
    }
  }
}

interface RowAt {
  readonly row: number;
  readonly layout: Layout;
  readonly half: Float32Array;
}

/** One row of the kernels that fitting uses, in one go; rounded between as by `blurColumns`. */
function mixFiveRows(from: Float32Array, to: Float32Array, { row, layout, half }: RowAt): void {
  const stride = layout.width * layout.channels;
  const y = row / stride;
  const [centre, first, second] = half;
  const [above, below] = [rowAt(y - 1, layout, stride), rowAt(y + 1, layout, stride)];
  const [further, deeper] = [rowAt(y - 2, layout, stride), rowAt(y + 2, layout, stride)];
  for (let i = 0; i < stride; i++) {
    const near = Math.fround(centre * from[row + i] + first * (from[above + i] + from[below + i]));
    to[row + i] = near + second * (from[further + i] + from[deeper + i]);
  }
}

function mixSevenRows(from: Float32Array, to: Float32Array, { row, layout, half }: RowAt): void {
  const stride = layout.width * layout.channels;
  const y = row / stride;
  const [centre, first, second, third] = half;
  const [above, below] = [rowAt(y - 1, layout, stride), rowAt(y + 1, layout, stride)];
  const [further, deeper] = [rowAt(y - 2, layout, stride), rowAt(y + 2, layout, stride)];
  const [furthest, deepest] = [rowAt(y - 3, layout, stride), rowAt(y + 3, layout, stride)];
  for (let i = 0; i < stride; i++) {
    const near = Math.fround(centre * from[row + i] + first * (from[above + i] + from[below + i]));
    to[row + i] = near + (second * (from[further + i] + from[deeper + i]) + third * (from[furthest + i] + from[deepest + i]));
  }
}

function mixNineRows(from: Float32Array, to: Float32Array, { row, layout, half }: RowAt): void {
  const stride = layout.width * layout.channels;
  const y = row / stride;
  const [above, below] = [rowAt(y - 4, layout, stride), rowAt(y + 4, layout, stride)];
  const fourth = half[4];
  mixSevenRows(from, to, { row, layout, half });
  for (let i = 0; i < stride; i++) to[row + i] += fourth * (from[above + i] + from[below + i]);
}

/** By the length of half a kernel. */
const WRITTEN_OUT: readonly ({ readonly row: typeof mixSeven; readonly rows: typeof mixSevenRows } | undefined)[] = [
  undefined,
  undefined,
  undefined,
  { row: mixFive, rows: mixFiveRows },
  { row: mixSeven, rows: mixSevenRows },
  { row: mixNine, rows: mixNineRows },
];

/** Rows between the two passes: blurring is done hundreds of times while a line is fitted. Grows to the largest used, up to a limit. */
let scratch = new Float32Array(0);
const MOST_SCRATCH = 1 << 20;

function scratchOf(length: number): Float32Array {
  if (length > MOST_SCRATCH) return new Float32Array(length);
  if (scratch.length < length) scratch = new Float32Array(length);
  return scratch;
}

function blurred(data: Float32Array, layout: Layout, sigma: number): Float32Array<ArrayBuffer> {
  if (sigma <= 0) return Float32Array.from(data);
  const half = gaussianHalf(sigma);
  const rows = scratchOf(data.length);
  const out = new Float32Array(data.length);
  const blank = blurRows(data, rows, layout, half);
  blurColumns(rows, out, { layout, half, blank });
  return out;
}

/** Gaussian blur into a new plane; `sigma` in pixels, borders repeat, 0 copies. */
export function blurPlane(plane: Plane, sigma: number): Plane {
  const { width, height } = plane;
  return { width, height, data: blurred(plane.data, { width, height, channels: 1 }, sigma) };
}

/** Gaussian blur of each channel into a new image; `sigma` in pixels, borders repeat, 0 copies. */
export function blurImage(image: FloatImage, sigma: number): FloatImage {
  const { width, height } = image;
  return { width, height, data: blurred(image.data, { width, height, channels: 3 }, sigma) };
}
