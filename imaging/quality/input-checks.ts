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
const SAMPLES = 700;
/** Edges of less contrast than this over eight pixels, 0–255, say nothing of sharpness. */
const STRONG = 34;
/** The sharpest tenth of strong edges takes at least this share of its step within two pixels, unless blurred. */
const SHARP = 0.42;
const LEAST_EDGES = 60;
/** From this share of pixels equal to their neighbour on, it is a drawing, whose white and black are meant. */
const DRAWN = 0.6;
/** Share of bright colours with a channel at its end from which a photograph is burnt out; white grounds have none. */
const CLIPPED = 0.12;

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

const lumaAt = ({ data }: RasterImage, i: number): number => luma(data[i * 4], data[i * 4 + 1], data[i * 4 + 2]);

function tonesOf(image: RasterImage): Tones | undefined {
  const stride = Math.max(1, Math.floor(Math.sqrt((image.width * image.height) / SAMPLES ** 2)));
  const values: number[] = [];
  let [burnt, clipped, same] = [0, 0, 0];
  for (let y = 0; y < image.height; y += stride) {
    for (let x = 0; x + 1 < image.width; x += stride) {
      const i = y * image.width + x;
      if (image.data[i * 4 + 3] < 128) continue;
      const value = lumaAt(image, i);
      values.push(value);
      if (value >= 252) burnt++;
      else if (value === lumaAt(image, i + 1)) same++;
      const [r, g, b] = [image.data[i * 4], image.data[i * 4 + 1], image.data[i * 4 + 2]];
      if (value > 120 && Math.max(r, g, b) >= 254 && Math.min(r, g, b) < 240) clipped++;
    }
  }
  if (values.length === 0) return undefined;
  const sorted = Float32Array.from(values).sort();
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))];
  return {
    dark: at(0.03),
    middle: at(0.5),
    light: at(0.97),
    burnt: burnt / values.length,
    clipped: clipped / values.length,
    drawn: same / Math.max(1, values.length - burnt),
  };
}

/**
 * How steep the steepest edges are: of a strong step over eight pixels, the share that lies within two; about 1 when sharp, 0.25 for
 * an even slope. `undefined` where there are too few strong edges to say.
 */
export function sharpness(image: RasterImage): number | undefined {
  const { width, height } = image;
  const stride = Math.max(1, Math.floor(height / SAMPLES));
  const shares: number[] = [];
  for (let y = 0; y < height; y += stride) {
    for (let x = 4; x + 4 < width; x++) {
      const i = y * width + x;
      const step = lumaAt(image, i + 4) - lumaAt(image, i - 4);
      if (Math.abs(step) > STRONG) shares.push(Math.min(1, (lumaAt(image, i + 1) - lumaAt(image, i - 1)) / step));
    }
  }
  if (shares.length < LEAST_EDGES) return undefined;
  return Float32Array.from(shares).sort()[Math.floor(0.9 * (shares.length - 1))];
}

function exposure(image: RasterImage): InputFinding | undefined {
  const tones = tonesOf(image);
  if (tones === undefined || tones.drawn > DRAWN) return undefined;
  if (tones.clipped > CLIPPED || (tones.burnt > 0.25 && tones.dark > 90)) return "over_exposed";
  return tones.light < 70 || (tones.middle < 14 && tones.light < 110) ? "under_exposed" : undefined;
}

/** Looks a picture over before it is edited; empty where all is well. About 0.1 s for any size. */
export function checkInput(image: RasterImage): readonly InputFinding[] {
  const { width, height } = image;
  const found: (InputFinding | undefined)[] = [
    Math.min(width, height) < TINY_SIDE ? "tiny" : undefined,
    Math.max(width, height) > HUGE_SIDE ? "huge" : undefined,
    (sharpness(image) ?? 1) < SHARP ? "blurred" : undefined,
    exposure(image),
  ];
  return found.filter((finding) => finding !== undefined);
}
