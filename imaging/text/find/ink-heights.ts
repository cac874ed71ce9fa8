import type { FloatImage } from "../../raster/raster.ts";
import { median, quantile } from "../../raster/statistics.ts";

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
  for (let from = 0; from < width; from += RIM * 4) {
    const [left, right] = [Math.max(0, from - AROUND), Math.min(width, from + AROUND)];
    for (let c = 0; c < 3; c++) {
      const seen: number[] = [];
      for (const y of rows) for (let x = left; x < right; x++) seen.push(data[(y * width + x) * 3 + c]!);
      const middle = median(seen);
      for (let x = from; x < Math.min(width, from + RIM * 4); x++) ground[3 * x + c] = middle;
    }
  }
  return ground;
}

/** Which pixels are ink, whatever its colours; `undefined` where the ground is too busy to tell. */
export function inkOf(strip: FloatImage): Uint8Array | undefined {
  const { data, width, height } = strip;
  const ground = groundOf(strip);
  const apart = new Float32Array(width * height);
  for (let i = 0; i < apart.length; i++) {
    const x = i % width;
    for (let c = 0; c < 3; c++) apart[i] = Math.max(apart[i]!, Math.abs(data[3 * i + c]! - ground[3 * x + c]!));
  }
  const limit = INK * quantile(apart, CLEAREST);
  const ink = Uint8Array.from(apart, (value) => Number(value > limit));
  const rims = [...ink.subarray(0, RIM * width), ...ink.subarray((height - RIM) * width)];
  const clean = rims.reduce((sum, v) => sum + v, 0) < UNCLEAN * rims.length;
  return limit > INK * LEAST && clean ? ink : undefined;
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
