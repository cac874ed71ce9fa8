import { luma } from "../raster/colour.ts";
import type { RasterImage } from "../raster/raster.ts";

/** What may stand in the way of a good result before anything is done. */
export const INPUT_FINDINGS = ["tiny", "huge", "blurred", "over_exposed", "under_exposed"] as const;
export type InputFinding = (typeof INPUT_FINDINGS)[number];

const SENTENCES: Record<InputFinding, string> = {
  tiny: "The picture is very small; type and edges in it have few pixels to be matched by.",
  huge: "The picture is very large; edits take longer, and Figma keeps pictures of at most 4096 pixels a side.",
  blurred: "The picture is blurred; new type and edges are matched to that as far as possible.",
  over_exposed: "The picture is over-exposed: where it is burnt out there is nothing to work from.",
  under_exposed: "The picture is very dark; colours in it are uncertain.",
};

/** One sentence for a person. */
export const inputSentence = (finding: InputFinding): string => SENTENCES[finding];

const TINY_SIDE = 160;
const HUGE_SIDE = 4096;
/** Samples along each side: checks cost the same for any picture. */
const SAMPLES = 350;
/** Edges of less contrast than this over eight pixels, 0–255, say nothing of sharpness. */
const STRONG = 34;
/** The sharpest tenth of strong edges takes at least this share of its step within two pixels, unless blurred. */
const SHARP = 0.42;
const LEAST_EDGES = 60;
/** From this share of pixels equal to their neighbour on, it is a drawing, whose white and black are meant. */
const DRAWN = 0.6;
/** Share of bright colours with a channel at its end from which a photograph is burnt out; white grounds have none. */
const CLIPPED = 0.12;
/** Light too strong for one channel somewhere is too strong for all three: with less pure white than this, strong colours are meant. */
const SOME_WHITE = 0.01;

interface Tones {
  /** Luma quantiles, 0–255. */
  readonly dark: number;
  readonly middle: number;
  readonly light: number;
  /** Shares of white, and of bright colour with a channel at its end: light beyond what the picture could hold. */
  readonly burnt: number;
  readonly clipped: number;
  readonly drawn: number;
}

/** Luma in quarters of a step: bins of the histogram that tells the quantiles. */
const BINS_PER_STEP = 4;

/** Bins of the histogram of shares, 0–1. */
const SHARE_BINS = 1000;

/** The bin in which the value at `share` of the counted, sorted values lies. */
function quantileBin(bins: Uint32Array, count: number, share: number): number {
  const rank = Math.floor(share * (count - 1));
  let [bin, passed] = [0, bins[0]];
  while (passed <= rank) passed += bins[++bin];
  return bin;
}

function tonesOf({ width, height, data }: RasterImage): Tones | undefined {
  const stride = Math.max(1, Math.round(Math.sqrt((width * height) / SAMPLES ** 2)));
  const bins = new Uint32Array(256 * BINS_PER_STEP);
  let [count, burnt, clipped, same] = [0, 0, 0, 0];
  // A neighbour's luma is its own a step later, where no pixel is left out.
  let [ahead, aheadAt] = [0, -1];
  for (let y = 0; y < height; y += stride) {
    const end = (y * width + width - 1) * 4;
    for (let i = y * width * 4; i < end; i += stride * 4) {
      if (data[i + 3] < 128) continue;
      const r = data[i];
      const g = data[i + 1];
      const b = data[i + 2];
      const value = aheadAt === i ? ahead : luma(r, g, b);
      aheadAt = i + 4;
      ahead = luma(data[aheadAt], data[aheadAt + 1], data[aheadAt + 2]);
      count++;
      bins[(value * BINS_PER_STEP + 0.5) | 0]++;
      if (value >= 252) burnt++;
      else if (value === ahead) same++;
      if (value > 120 && (r >= 254 || g >= 254 || b >= 254) && (r < 240 || g < 240 || b < 240)) clipped++;
    }
  }
  if (count === 0) return undefined;
  const at = (share: number): number => quantileBin(bins, count, share) / BINS_PER_STEP;
  return {
    dark: at(0.03),
    middle: at(0.5),
    light: at(0.97),
    burnt: burnt / count,
    clipped: clipped / count,
    drawn: burnt === count ? 1 : same / (count - burnt),
  };
}

/** Luma of one row, written to `out`. */
function lumaRow({ width, data }: RasterImage, y: number, out: Float32Array): void {
  for (let x = 0, i = y * width * 4; x < width; x++, i += 4) out[x] = luma(data[i], data[i + 1], data[i + 2]);
}

/**
 * How steep the steepest edges are: of a strong step over eight pixels, the share that lies within two; about 1 when sharp, 0.25 for
 * an even slope. `undefined` where there are too few strong edges to say.
 */
export function sharpness(image: RasterImage): number | undefined {
  const { width, height } = image;
  const stride = Math.max(1, Math.round(height / SAMPLES));
  const row = new Float32Array(width);
  const bins = new Uint32Array(SHARE_BINS + 1);
  let edges = 0;
  for (let y = 0; y < height; y += stride) {
    lumaRow(image, y, row);
    for (let x = 4; x + 4 < width; x++) {
      const step = row[x + 4] - row[x - 4];
      if (step <= STRONG && step >= -STRONG) continue;
      edges++;
      bins[Math.round(SHARE_BINS * Math.max(0, Math.min(1, (row[x + 1] - row[x - 1]) / step)))]++;
    }
  }
  return edges < LEAST_EDGES ? undefined : quantileBin(bins, edges, 0.9) / SHARE_BINS;
}

function exposure(image: RasterImage): InputFinding | undefined {
  const tones = tonesOf(image);
  if (tones === undefined || tones.drawn > DRAWN) return undefined;
  if ((tones.clipped > CLIPPED && tones.burnt > SOME_WHITE) || (tones.burnt > 0.25 && tones.dark > 90)) return "over_exposed";
  return tones.light < 70 || (tones.middle < 14 && tones.light < 110) ? "under_exposed" : undefined;
}

/** Looks a picture over before it is edited; empty where all is well. About 8 ms for any size, half of it for the light: `light: false` leaves that out. */
export function checkInput(image: RasterImage, { light = true } = {}): readonly InputFinding[] {
  const { width, height } = image;
  const found: (InputFinding | undefined)[] = [
    Math.min(width, height) < TINY_SIDE ? "tiny" : undefined,
    Math.max(width, height) > HUGE_SIDE ? "huge" : undefined,
    (sharpness(image) ?? 1) < SHARP ? "blurred" : undefined,
    light ? exposure(image) : undefined,
  ];
  return found.filter((finding) => finding !== undefined);
}
