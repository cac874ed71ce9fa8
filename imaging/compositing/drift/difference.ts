import { blurImage, blurPlane } from "../../raster/blur.ts";
import { createFloatImage, createPlane, type FloatImage, type Plane, type RasterImage } from "../../raster/raster.ts";
import type { ColourMatch } from "./match-colour.ts";
import { quantileOf } from "./median.ts";

/** Differences are looked at through this blur: noise averages out, edges that sit a fraction of a pixel off cancel. Pixels. */
const BLUR = 1;
/** Differences no eye sees, and differences that no engine's noise reaches after the blur, levels. */
const NOISE = { least: 1.5, most: 6 };
/** Share of an edge's steepness that a resampled, well-registered edge may differ by. */
const EDGE = { least: 0.06, most: 0.6 };
/**
 * Noise is read off the quieter part of the differences: up to 30 % of the picture may have been changed on purpose. A third of
 * normally distributed sizes stays below 0.43 σ.
 */
const QUIET = { share: 1 / 3, perSigma: 0.43 };
const SAMPLES = 20_000;

/** How far source and registered output are apart, in multiples of what noise and resampling explain at each pixel; about 1 = nothing happened. */
export interface Difference {
  readonly score: Plane;
  /** The blurred difference itself, 0–255, largest channel weighed as the eye does. */
  readonly levels: Plane;
  /** The same before the blur: ragged, but as sharp as the pictures. */
  readonly sharp: Plane;
}

/** Source minus registered per channel; 0 where the engine's colour was clipped and the source lies beyond the clip: nobody can say what it was. */
function gapBetween(source: RasterImage, registered: RasterImage, { gain, offset }: ColourMatch): FloatImage {
  const gap = createFloatImage(source.width, source.height);
  for (let c = 0; c < 3; c++) {
    const [ceiling, floor] = [Math.floor(gain[c] * 254 + offset[c]), Math.ceil(gain[c] + offset[c])];
    for (let at = c, to = c; at < source.data.length; at += 4, to += 3) {
      const [from, other] = [source.data[at], registered.data[at]];
      const clipped = from > other ? other >= ceiling : other <= floor;
      const alpha = Math.min(source.data[at - c + 3], registered.data[at - c + 3]);
      gap.data[to] = clipped ? 0 : ((from - other) * alpha) / 255;
    }
  }
  return gap;
}

/** One number a pixel: luma, or half the largest channel where colour alone changed. */
function sizeOf({ width, height, data }: FloatImage): Plane {
  const out = createPlane(width, height);
  for (let i = 0, at = 0; i < out.data.length; i++, at += 3) {
    const [r, g, b] = [data[at], data[at + 1], data[at + 2]];
    const luma = Math.abs(0.299 * r + 0.587 * g + 0.114 * b);
    out.data[i] = Math.max(luma, 0.5 * Math.max(Math.abs(r), Math.abs(g), Math.abs(b)));
  }
  return out;
}

/** Steepness of the source's luma, levels a pixel, spread over its surroundings. */
function steepness({ width, height, data }: RasterImage): Plane {
  const luma = createPlane(width, height);
  for (let i = 0, at = 0; i < luma.data.length; i++, at += 4) luma.data[i] = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  const out = createPlane(width, height);
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1; i < (y + 1) * width - 1; i++) {
      const [dx, dy] = [luma.data[i + 1] - luma.data[i - 1], luma.data[i + width] - luma.data[i - width]];
      out.data[i] = Math.sqrt(dx * dx + dy * dy) / 2;
    }
  }
  return blurPlane(out, 1.5);
}

/** Evenly taken values where `keep` holds: quantiles of a million need no million. */
function sampled(values: Float32Array, keep?: (i: number) => boolean): number[] {
  const stride = Math.max(1, Math.floor(values.length / SAMPLES));
  const out: number[] = [];
  for (let i = 0; i < values.length; i += stride) if (keep === undefined || keep(i)) out.push(values[i]);
  return out;
}

const within = (value: number, { least, most }: { least: number; most: number }): number => Math.min(most, Math.max(least, value));

/** σ of values most of which are noise, from their quieter third. */
const noiseOf = (values: number[]): number => quantileOf(values, QUIET.share) / QUIET.perSigma;

/** The usual difference in quiet places, and the usual one a steep edge has as a share of its steepness. */
function usual(levels: Plane, steep: Plane): { readonly noise: number; readonly edge: number } {
  const steepness = sampled(steep.data);
  const quietBelow = quantileOf(steepness, 0.5);
  const steepAbove = Math.max(4, quantileOf(steepness, 0.85));
  const noise = noiseOf(sampled(levels.data, (i) => steep.data[i] <= quietBelow));
  const stride = Math.max(1, Math.floor(levels.data.length / SAMPLES));
  const ratios: number[] = [];
  for (let i = 0; i < levels.data.length; i += stride) if (steep.data[i] >= steepAbove) ratios.push(levels.data[i] / steep.data[i]);
  return { noise: within(noise, NOISE), edge: within(noiseOf(ratios), EDGE) };
}

/**
 * Compares source and registered output of one size; `colour` is the match already applied to the latter. The noise is learnt from
 * the pictures, so that a repainted but unchanged picture stays near 1 everywhere. O(pixels).
 */
export function differenceOf(source: RasterImage, registered: RasterImage, colour: ColourMatch): Difference {
  const gap = gapBetween(source, registered, colour);
  const [sharp, levels] = [sizeOf(gap), sizeOf(blurImage(gap, BLUR))];
  const steep = steepness(source);
  const { noise, edge } = usual(levels, steep);
  const score = createPlane(source.width, source.height);
  for (let i = 0; i < score.data.length; i++) score.data[i] = levels.data[i] / (noise + edge * steep.data[i]);
  return { score, levels, sharp };
}
