import { fromYcc, toYcc } from "../../raster/chroma.ts";
import type { Rgb } from "../../raster/colour.ts";
import { erode } from "../../raster/dilate.ts";
import { maskWhere } from "../../raster/mask-where.ts";
import type { Mask } from "../../raster/raster.ts";
import type { FillEvidence } from "./fill-samples.ts";

/** What the heart of the strokes says of a grainy ground that shows in it. */
export interface Shine {
  /** Share of the ground that shows, 0–1. */
  readonly share: number;
  /** Means of fill and ground there. */
  readonly seen: Rgb;
  readonly below: Rgb;
  /** Squares per pixel that it explains, all channels. */
  readonly gain: number;
}

/** Coverage that is fill and nothing else, and how far within such pixels the rim's softness no longer reaches, pixels: where there is room, and at least. */
const FULL = 0.93;
const DEPTHS = [2, 1] as const;
/** Side of the squares whose means are compared, pixels: a restored ground's grain is right in its strength, not in its place. */
const SIDE = 5;
/** Pixels that make a square worth asking, and squares that make a line so. */
const LEAST_PIXELS = 5;
const LEAST_SQUARES = 8;
const AMPLE_SQUARES = 40;

/** One square of the heart of the strokes: means of fill and ground as luma and colour differences, and their luma's variance within it. */
interface Square {
  readonly n: number;
  readonly seen: Rgb;
  readonly below: Rgb;
  readonly seenGrain: number;
  readonly groundGrain: number;
}

/** Sums per square: count, three of fill and of ground, squares of both lumas. */
const FIELDS = 9;

/** The first of `toYcc` alone. */
const lumaAt = (data: Float32Array, i: number): number => 0.299 * data[i * 3] + 0.587 * data[i * 3 + 1] + 0.114 * data[i * 3 + 2];

function squaresOf({ image, under, coverage }: FillEvidence, heart: Mask): readonly Square[] {
  const { width, height } = coverage;
  const across = Math.ceil(width / SIDE);
  const sums = new Float64Array(across * Math.ceil(height / SIDE) * FIELDS);
  for (let i = 0; i < heart.data.length; i++) {
    if (heart.data[i] === 0) continue;
    const at = (Math.floor(Math.floor(i / width) / SIDE) * across + Math.floor((i % width) / SIDE)) * FIELDS;
    sums[at]++;
    for (let c = 0; c < 3; c++) {
      sums[at + 1 + c] += image.data[i * 3 + c];
      sums[at + 4 + c] += under.data[i * 3 + c];
    }
    const [seen, below] = [lumaAt(image.data, i), lumaAt(under.data, i)];
    sums[at + 7] += seen * seen;
    sums[at + 8] += below * below;
  }
  const out: Square[] = [];
  for (let at = 0; at < sums.length; at += FIELDS) {
    const n = sums[at];
    if (n < LEAST_PIXELS) continue;
    const [seen, below] = [1, 4].map((k) => toYcc([sums[at + k] / n, sums[at + k + 1] / n, sums[at + k + 2] / n]));
    const within = (squares: number, mean: number): number => Math.max(0, squares / n - mean * mean);
    out.push({ n, seen, below, seenGrain: within(sums[at + 7], seen[0]), groundGrain: within(sums[at + 8], below[0]) });
  }
  return out;
}

/** Every so many pixels are asked at a first look, and the mean step, levels, from neighbour to neighbour below which a ground has no grain. */
const SAMPLED = 7;
const STEP = 0.5;

/** Whether the ground under the strokes is too plain to have grain: nearly free, and most grounds are. */
function isPlain({ under, coverage }: FillEvidence): boolean {
  let [steps, n] = [0, 0];
  for (let i = 0; i + 1 < coverage.data.length; i += SAMPLED) {
    if (coverage.data[i] < FULL) continue;
    steps += Math.abs(lumaAt(under.data, i + 1) - lumaAt(under.data, i));
    n++;
  }
  return steps <= STEP * n;
}

/** The squares of the strokes' heart, as deep within as leaves enough of them. */
function heartOf(evidence: FillEvidence): readonly Square[] {
  const { coverage, inked } = evidence;
  const full = maskWhere(coverage, (i) => coverage.data[i] >= FULL && inked?.data[i] !== 0);
  let squares: readonly Square[] = [];
  for (const depth of DEPTHS) {
    squares = squaresOf(evidence, erode(full, depth));
    if (squares.length >= AMPLE_SQUARES) break;
  }
  return squares;
}

/** σ of a restored ground's grain, luma 0–255, from which letters tell by theirs what shows through them, and the variance that rounding leaves anyway. */
const GRAINY = 1.2;
const ROUNDING = 0.04;
/** Shares of its grain that letters may show: less is opaque, and as much as the ground's own was laid over all of the picture. */
const GRAIN_SHARES = [0.05, 0.5] as const;
/** How far shares told by grain and by ups and downs may be apart, times, and still mean the same. */
const AGREE = 3.5;

/** Share of the ground's grain that letters show; `undefined` where the ground has none. */
function grainShare(squares: readonly Square[]): number | undefined {
  let [seen, ground, n] = [0, 0, 0];
  for (const s of squares) {
    seen += s.n * s.seenGrain;
    ground += s.n * s.groundGrain;
    n += s.n;
  }
  if (Math.sqrt(ground / n) < GRAINY) return undefined;
  return Math.sqrt(Math.max(0, seen / n - ROUNDING) / (ground / n));
}

/** σ, levels, of the ground's ups and downs from which a line says anything. */
const UNEVEN = 0.7;
/** Least that counts as shining through. */
const LEAST = 0.04;
/** Price of what is told, in the logarithm of what stays unexplained. */
const PRICE = 2;
/** Left unexplained of the fill's ups and downs by the ground's, from which on its grain tells the share better. */
const LOOSE = 0.4;

interface Sums {
  readonly n: number;
  readonly seen: Rgb;
  readonly below: Rgb;
  /** Squares of the ground's ups and downs, of the fill's, and their products. */
  readonly own: number;
  readonly all: number;
  readonly shared: number;
}

function sumsOf(squares: readonly Square[]): Sums {
  const n = squares.reduce((sum, s) => sum + s.n, 0);
  const mean = (of: (s: Square) => Rgb): Rgb =>
    [0, 1, 2].map((c) => squares.reduce((sum, s) => sum + s.n * of(s)[c], 0) / n) as unknown as Rgb;
  const [seen, below] = [mean((s) => s.seen), mean((s) => s.below)];
  let [own, shared, all] = [0, 0, 0];
  for (const s of squares) {
    for (let c = 0; c < 3; c++) {
      const [x, y] = [s.below[c] - below[c], s.seen[c] - seen[c]];
      own += s.n * x * x;
      shared += s.n * x * y;
      all += s.n * y * y;
    }
  }
  return { n, seen, below, own, all, shared };
}

/** The share by shape and grain together; 0 where nothing shows beyond chance. */
function shareOf({ n, own, all, shared }: Sums, count: number, grain: number): number {
  if (grain < GRAIN_SHARES[0] || own < n * UNEVEN * UNEVEN) return 0;
  const byShape = shared / own;
  const left = Math.max(1e-3, 1 - shared ** 2 / (own * Math.max(1e-6, all)));
  const agreed = grain < GRAIN_SHARES[1] && byShape > grain / AGREE && byShape < grain * AGREE;
  if (agreed) return left > LOOSE ? grain : byShape;
  return byShape > LEAST && -count * Math.log(left) > PRICE * Math.log(count) ? byShape : 0;
}

/**
 * Share of a grainy ground that shows through the fill. A restored ground has grain of its own making, which hides the slope of fill against
 * ground pixel by pixel: squares are compared by their means, and how grainy letters are beside their ground says the rest. `undefined` where
 * strokes are too thin or the ground has no grain. ~1–3 ms.
 */
export function shineThrough(evidence: FillEvidence): Shine | undefined {
  const squares = isPlain(evidence) ? [] : heartOf(evidence);
  const grain = squares.length < LEAST_SQUARES ? undefined : grainShare(squares);
  if (grain === undefined) return undefined;
  const sums = sumsOf(squares);
  const share = shareOf(sums, squares.length, grain);
  const gain = Math.max(0, 2 * share * sums.shared - share * share * sums.own) / sums.n;
  return { share, seen: fromYcc(sums.seen), below: fromYcc(sums.below), gain };
}
