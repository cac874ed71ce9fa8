import type { OrientedBox } from "../../../protocol/geometry.ts";
import { solveLinear } from "../../raster/linear-system.ts";
import type { FloatImage, RasterImage } from "../../raster/raster.ts";
import { quantile } from "../../raster/statistics.ts";
import { lineStrip } from "./recogniser-input.ts";

type Rgb = readonly [number, number, number];

/** How much is seen above and below a line to know its ground by, and how far along it the ground counts, shares of its height. */
const AROUND = 0.35;
const ALONG = 2;
/** The part of the line's height that is surely letters, and of what is seen beside it that is surely ground. */
const CORE = 0.7;
const RIM = 0.8;
/** Pixels of the core that are surely ink: the share of them least like the ground. */
const INK = 0.1;
/** What any ground may vary by without meaning anything, levels squared. */
const NOISE = 30;

/** Sums over the columns of a strip up to one of them: count, colours and their products beside the line, count and colours within it. */
const [BESIDE, PRODUCTS, WITHIN, SUMS] = [0, 4, 10, 14];

interface Ground {
  readonly mean: Rgb;
  /** Covariance, row after row, and what it is told by. */
  readonly spread: readonly (readonly number[])[];
}

interface Rows {
  readonly isBeside: (y: number) => boolean;
  readonly isWithin: (y: number) => boolean;
}

function rowsOf(height: number): Rows {
  const line = height / (1 + 2 * AROUND);
  const half = (CORE * line) / 2;
  const rim = Math.round(RIM * AROUND * line);
  const [top, bottom] = [Math.round(height / 2 - half), Math.round(height / 2 + half)];
  return { isBeside: (y) => y < rim || y >= height - rim, isWithin: (y) => y >= top && y < bottom };
}

const rgbAt = ({ data }: FloatImage, i: number): Rgb => [data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!];

function sumsOf(strip: FloatImage, { isBeside, isWithin }: Rows): readonly Float64Array[] {
  const sums = [new Float64Array(SUMS)];
  for (let x = 0; x < strip.width; x++) {
    const sum = Float64Array.from(sums[x]!);
    for (let y = 0; y < strip.height; y++) {
      const colour = rgbAt(strip, y * strip.width + x);
      const to = isBeside(y) ? BESIDE : WITHIN;
      if (to === WITHIN && !isWithin(y)) continue;
      sum[to]!++;
      for (let c = 0, k = PRODUCTS; c < 3; c++) {
        sum[to + 1 + c]! += colour[c]!;
        for (let d = c; d < 3 && to === BESIDE; d++) sum[k++]! += colour[c]! * colour[d]!;
      }
    }
    sums.push(sum);
  }
  return sums;
}

const meanAt = (sum: Float64Array, at: number): Rgb => [sum[at + 1]! / sum[at]!, sum[at + 2]! / sum[at]!, sum[at + 3]! / sum[at]!];

function groundOf(sum: Float64Array): Ground {
  const mean = meanAt(sum, BESIDE);
  const spread = [0, 1, 2].map(() => [0, 0, 0]);
  for (let c = 0, k = PRODUCTS; c < 3; c++)
    for (let d = c; d < 3; d++) spread[c]![d] = spread[d]![c] = sum[k++]! / sum[BESIDE]! - mean[c]! * mean[d]! + (c === d ? NOISE : 0);
  return { mean, spread };
}

/** The weights of the channels by which a colour stands off the ground most, measured by how much that varies itself (Fisher 1936). */
function weightsAgainst({ mean, spread }: Ground, colour: Rgb): Rgb {
  const rows = spread.map((row, c) => Float64Array.from([...row, colour[c]! - mean[c]!]));
  return solveLinear(rows) ? [rows[0]![3]!, rows[1]![3]!, rows[2]![3]!] : [0, 0, 0];
}

const weighed = ([a, b, c]: Rgb, [r, g, b2]: Rgb): number => a * r + b * g + c * b2;

/** The mean of the colours within the line that are least like the ground. */
function inkOf(strip: FloatImage, { isWithin }: Rows, whole: Float64Array): Rgb {
  const weights = weightsAgainst(groundOf(whole), meanAt(whole, WITHIN));
  const within = Array.from({ length: strip.width * strip.height }, (_, i) => i).filter((i) => isWithin(Math.floor(i / strip.width)));
  const off = Float64Array.from(within, (i) => weighed(weights, rgbAt(strip, i)));
  const least = quantile(off, 1 - INK);
  const inked = within.filter((_, k) => off[k]! >= least);
  const mean = [0, 0, 0] as [number, number, number];
  for (const i of inked) for (let c = 0; c < 3; c++) mean[c]! += strip.data[3 * i + c]! / inked.length;
  return mean;
}

/**
 * The strip of a box with what stands in it in black on white, however its ground changes: each column told by what the line's ink has that the ground
 * above and below it, about there, has not. For lines over photographs, which hide letters from the reader that have a colour of their own.
 */
export function inkStrip(image: RasterImage, box: OrientedBox<"image">): FloatImage {
  const wide = lineStrip(image, { ...box, height: box.height * (1 + 2 * AROUND) });
  const rows = rowsOf(wide.height);
  const sums = sumsOf(wide, rows);
  const ink = inkOf(wide, rows, sums[wide.width]!);
  const strip = lineStrip(image, box);
  const reach = Math.round((ALONG * wide.height) / (1 + 2 * AROUND));
  for (let x = 0; x < strip.width; x++) {
    const middle = Math.round(((x + 0.5) / strip.width) * wide.width);
    const [from, to] = [sums[Math.max(0, middle - reach)]!, sums[Math.min(wide.width, middle + reach)]!];
    const ground = groundOf(to.map((sum, k) => sum - from[k]!));
    paintColumn(strip, x, { ground, ink });
  }
  return strip;
}

/** A column of the strip from white, where it is as its ground on average, to black, where it is ink. */
function paintColumn(strip: FloatImage, x: number, { ground, ink }: { readonly ground: Ground; readonly ink: Rgb }): void {
  const weights = weightsAgainst(ground, ink);
  const none = weighed(weights, ground.mean);
  const full = Math.max(1e-6, weighed(weights, ink) - none);
  for (let y = 0; y < strip.height; y++) {
    const i = y * strip.width + x;
    const share = (weighed(weights, rgbAt(strip, i)) - none) / full;
    strip.data.fill(255 * (1 - Math.max(0, Math.min(1, share))), 3 * i, 3 * i + 3);
  }
}
