import { fromYcc } from "../../raster/chroma.ts";
import type { Rgb } from "../../raster/colour.ts";
import type { FillSamples } from "./fill-samples.ts";
import type { Shine } from "./shine-through.ts";

/** One colour laid over the ground so that it shines through. */
export interface Translucent {
  readonly colour: Rgb;
  /** 0–1. */
  readonly opacity: number;
  /** Squares left unexplained. */
  readonly error: number;
}

/** Most of the ground that may shine through letters a reader still reads. */
const CLEAREST = 0.7;
/** Least that counts: where strokes have a core, and where a rim drawn a little too broad feigns as much. */
const LEAST_CORE = 0.04;
const LEAST_THIN = 0.2;
/** How far beyond black and white a colour may come out by noise alone. */
const BEYOND = 6;

/** Sums over the channel's pixels, with and without the part of the ground that one colour explains as well. */
interface Channel {
  readonly ink: number;
  readonly seen: number;
  readonly inkBelow: number;
  readonly own: number;
  readonly shared: number;
}

function channelsOf({ samples, beneath }: FillSamples): readonly Channel[] {
  return [0, 1, 2].map((c) => {
    const ink = samples.reduce((sum, s) => sum + s.ink[c], 0) || 1e-6;
    const seen = samples.reduce((sum, s) => sum + s.seen[c], 0);
    const inkBelow = beneath.ink[c];
    const own = beneath.energy[c] - inkBelow ** 2 / ink;
    return { ink, seen, inkBelow, own, shared: beneath.seen[c] - (inkBelow * seen) / ink };
  });
}

/** The colour that explains the fill best where this share of the ground shines through, not clamped. */
const colourOf = (channels: readonly Channel[], share: number): Rgb =>
  fromYcc(channels.map(({ ink, seen, inkBelow }) => (seen - share * inkBelow) / ink / (1 - share)) as unknown as Rgb);

const possible = (colour: Rgb): boolean => colour.every((v) => v >= -BEYOND && v <= 255 + BEYOND);

/** The largest share up to `most` whose colour exists. */
function largestPossible(channels: readonly Channel[], most: number): number {
  if (possible(colourOf(channels, most))) return most;
  let [low, high] = [0, most];
  for (let round = 0; round < 12; round++) {
    const middle = (low + high) / 2;
    if (possible(colourOf(channels, middle))) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * One colour and its opacity by regression of what is seen in the strokes against the restored ground: what the ground's own ups
 * and downs leave in them tells how much shines through. `undefined` where the strokes are opaque or the ground too even to tell.
 */
export function translucent(samples: FillSamples, solidError: number): Translucent | undefined {
  const channels = channelsOf(samples);
  const [own, shared] = [channels.reduce((sum, c) => sum + c.own, 0), channels.reduce((sum, c) => sum + c.shared, 0)];
  if (!(own > 1e-6)) return undefined;
  const share = largestPossible(channels, Math.min(CLEAREST, shared / own));
  if (share < (samples.core ? LEAST_CORE : LEAST_THIN)) return undefined;
  const colour = colourOf(channels, share).map((v) => Math.max(0, Math.min(255, v))) as unknown as Rgb;
  return { colour, opacity: 1 - share, error: Math.max(0, solidError - 2 * share * shared + share * share * own) };
}

/** The same where the heart of the strokes has told the share. `undefined` where it says they are opaque. */
export function translucentBy({ share, seen, below, gain }: Shine, { count }: FillSamples, solidError: number): Translucent | undefined {
  const colourAt = (s: number): Rgb => [0, 1, 2].map((c) => (seen[c] - s * below[c]) / (1 - s)) as unknown as Rgb;
  // A colour beyond black or white gives way first: the share was told a little too large.
  let most = Math.min(CLEAREST, share);
  while (most > LEAST_CORE && !possible(colourAt(most))) most -= 0.01;
  if (most < LEAST_CORE) return undefined;
  const colour = colourAt(most).map((v) => Math.max(0, Math.min(255, v))) as unknown as Rgb;
  return { colour, opacity: 1 - most, error: Math.max(0, solidError - gain * count) };
}
