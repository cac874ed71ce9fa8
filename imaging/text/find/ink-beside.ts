import type { FloatImage } from "../../raster/raster.ts";

/** Bits of a channel by which colours are counted. */
const BITS = 3;
/** A colour is ink where it is so much commoner within the line than around it (0.5: as common); so many pixels must say so. */
const INK = 0.75;
const PRIOR = 6;

/** A strip with a line in it: where that begins and ends along it, and the rows it takes. */
export interface LineInStrip {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Columns `from` to `to` of a strip. */
export interface Columns {
  readonly from: number;
  readonly to: number;
}

const binAt = (data: Float32Array, i: number): number => {
  const shift = 8 - BITS;
  return (((data[i]! >> shift) << (2 * BITS)) | ((data[i + 1]! >> shift) << BITS) | (data[i + 2]! >> shift)) & ((1 << (3 * BITS)) - 1);
};

/** For every colour how much commoner it is in the line's rows than above and below it, 0–1. */
function inkColours({ data, width, height }: FloatImage, { from, to, top, bottom }: LineInStrip): Float32Array {
  const counts = [new Float32Array(1 << (3 * BITS)), new Float32Array(1 << (3 * BITS))] as const;
  for (let y = 0; y < height; y++) {
    const own = counts[y >= top && y < bottom ? 0 : 1];
    for (let x = from; x < to; x++) own[binAt(data, 3 * (y * width + x))]!++;
  }
  const scale = (bottom - top) / Math.max(1, height - bottom + top);
  return counts[0].map((inside, bin) => (inside + PRIOR) / (inside + counts[1][bin]! * scale + 2 * PRIOR));
}

/** How dense ink stands in each of the stretches of columns, times what it is in the line itself; `inkAt`: how much of the pixel at an index is ink, 0–1. */
function densities(
  { width }: FloatImage,
  line: LineInStrip,
  { stretches, inkAt }: { readonly stretches: readonly Columns[]; readonly inkAt: (i: number) => number },
): readonly number[] {
  const density = ({ from, to }: Columns): number => {
    let sum = 0;
    for (let y = line.top; y < line.bottom; y++) for (let x = from; x < to; x++) sum += inkAt(3 * (y * width + x));
    return sum / Math.max(1, to - from);
  };
  const own = density(line);
  return stretches.map((columns) => (own > 0 ? density(columns) / own : 0));
}

/** How dense the line's ink stands in each of the stretches, times what it does in the line itself: ink is told by its colour, so a photograph may be behind it. */
export function inkBeside(strip: FloatImage, line: LineInStrip, stretches: readonly Columns[]): readonly number[] {
  const ratio = inkColours(strip, line);
  return densities(strip, line, { stretches, inkAt: (i) => Number(ratio[binAt(strip.data, i)]! > INK) });
}

/** The same of a strip that shows ink alone, in black on white. */
export const darkBeside = (strip: FloatImage, line: LineInStrip, stretches: readonly Columns[]): readonly number[] =>
  densities(strip, line, { stretches, inkAt: (i) => 1 - strip.data[i]! / 255 });
