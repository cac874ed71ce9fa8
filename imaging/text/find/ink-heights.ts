import type { FloatImage } from "../../raster/raster.ts";
import { median, quantile } from "../../raster/statistics.ts";
import { worstChannel } from "../../raster/worst-channel.ts";

/** Rows of ink between two columns of a strip: `top` the first, `bottom` one past the last. */
export interface InkRows {
  readonly top: number;
  readonly bottom: number;
}

/** Rows at the strip's rims that show its ground, and columns on either side over which the ground is taken. */
const RIM = 2;
const AROUND = 24;
/** Ink differs from the ground by more than this share of what its clearest pixels do, and those by at least so many levels. */
const INK = 0.5;
const CLEAREST = 0.95;
const LEAST = 24;
/** Where more of the rims is as different as ink, what is ground cannot be told. */
const UNCLEAN = 0.15;

/** Median colour of the rims about each column, `[W, 3]`; one value for a run of columns, as grounds change slowly. */
function groundOf({ data, width, height }: FloatImage): Float32Array {
  const ground = new Float32Array(width * 3);
  const rows = Array.from({ length: 2 * RIM }, (_, i) => (i < RIM ? i : height - 1 - (i - RIM)));
  const seen = new Float32Array(rows.length * 2 * AROUND);
  for (let from = 0; from < width; from += RIM * 4) {
    const [left, right] = [Math.max(0, from - AROUND), Math.min(width, from + AROUND)];
    for (let c = 0; c < 3; c++) {
      let count = 0;
      for (const y of rows) for (let i = (y * width + left) * 3 + c; i < (y * width + right) * 3; i += 3) seen[count++] = data[i]!;
      const middle = median(seen.subarray(0, count));
      for (let x = from; x < Math.min(width, from + RIM * 4); x++) ground[3 * x + c] = middle;
    }
  }
  return ground;
}

/** How far each pixel is from the ground of its column in the channel that differs most, `[H, W]`. */
function apartFrom(ground: Float32Array, { data, width, height }: FloatImage): Float32Array {
  const apart = new Float32Array(width * height);
  for (let i = 0; i < apart.length; i++) apart[i] = worstChannel(data, ground, { i, j: i % width });
  return apart;
}

/** The share of a strip's rims that is ink. */
function inkOnRims(ink: Uint8Array, width: number): number {
  const size = RIM * width;
  let sum = 0;
  for (let i = 0; i < size; i++) sum += ink[i]! + ink[ink.length - 1 - i]!;
  return sum / (2 * size);
}

/** Which pixels are ink, whatever its colours; `undefined` where the ground is too busy to tell: more than `unclean` of the rims. */
export function inkOf(strip: FloatImage, unclean: number = UNCLEAN): Uint8Array | undefined {
  const apart = apartFrom(groundOf(strip), strip);
  const limit = INK * quantile(apart, CLEAREST);
  if (limit <= INK * LEAST) return undefined;
  const ink = new Uint8Array(apart.length);
  for (let i = 0; i < ink.length; i++) ink[i] = Number(apart[i]! > limit);
  return inkOnRims(ink, strip.width) < unclean ? ink : undefined;
}

/** The column with least ink strictly between two places. */
function gapBetween(columns: Uint16Array, from: number, to: number): number {
  let best = Math.round((from + to) / 2);
  for (let x = Math.ceil(from) + 1; x < to; x++) if (columns[x]! < columns[best]!) best = x;
  return best;
}

/** Where the ink of each character begins and ends, told its centre (columns): between the thinnest columns on either side. */
export function inkHeights(strip: FloatImage, centres: readonly number[]): readonly (InkRows | undefined)[] | undefined {
  const ink = inkOf(strip);
  if (!ink) return undefined;
  const { width, height } = strip;
  const columns = new Uint16Array(width);
  for (let i = 0; i < ink.length; i++) columns[i % width]! += ink[i]!;
  const cuts = [0, ...centres.slice(1).map((centre, i) => gapBetween(columns, centres[i]!, centre)), width];
  return centres.map((_, i) => rowsIn(ink, { width, height, from: cuts[i]!, to: cuts[i + 1]! }));
}

interface Part {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

function rowsIn(ink: Uint8Array, { width, height, from, to }: Part): InkRows | undefined {
  const filled: number[] = [];
  for (let y = 0; y < height; y++) if (ink.subarray(y * width + from, y * width + to).some((v) => v > 0)) filled.push(y);
  return filled.length > 0 ? { top: filled[0]!, bottom: filled[filled.length - 1]! + 1 } : undefined;
}
