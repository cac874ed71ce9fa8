import { blurImage, blurPlane } from "../../raster/blur.ts";
import { createFloatImage, createPlane, type Plane, type RasterImage } from "../../raster/raster.ts";
import type { ColourMatch } from "./match-colour.ts";
import { quantileOf } from "./median.ts";

/** Differences are looked at through this blur: noise averages out, edges that sit a fraction of a pixel off cancel. Pixels. */
const BLUR = 1.2;
/** Differences no eye sees, levels. */
const NOISE_FLOOR = 1.5;
/** Share of an edge's steepness that a resampled, well-registered edge may differ by. */
const EDGE_LEAST = 0.06;
const EDGE_MOST = 0.6;

/** How far source and registered output are apart, in multiples of what noise and resampling explain at each pixel; about 1 = nothing happened. */
export interface Difference {
  readonly score: Plane;
  /** The blurred difference itself, 0–255, largest channel weighed as the eye does. */
  readonly levels: Plane;
}

/** Source minus registered; 0 where the engine's colour was clipped and the source lies beyond the clip: nobody can say what it was. */
function gapOf(source: number, registered: number, { ceiling, floor }: { ceiling: number; floor: number }): number {
  const gap = source - registered;
  return (gap > 0 && registered >= ceiling) || (gap < 0 && registered <= floor) ? 0 : gap;
}

function blurredGap(source: RasterImage, registered: RasterImage, { gain, offset }: ColourMatch): Plane {
  const { width, height } = source;
  const gap = createFloatImage(width, height);
  const clips = gain.map((g, c) => ({ ceiling: Math.floor(g * 254 + offset[c]), floor: Math.ceil(g + offset[c]) }));
  for (let i = 0, at = 0; i < width * height; i++, at += 4) {
    const alpha = Math.min(source.data[at + 3], registered.data[at + 3]) / 255;
    for (let c = 0; c < 3; c++) gap.data[i * 3 + c] = gapOf(source.data[at + c], registered.data[at + c], clips[c]) * alpha;
  }
  const { data } = blurImage(gap, BLUR);
  const out = createPlane(width, height);
  for (let i = 0; i < out.data.length; i++) {
    const [r, g, b] = [data[i * 3], data[i * 3 + 1], data[i * 3 + 2]];
    const luma = Math.abs(0.299 * r + 0.587 * g + 0.114 * b);
    out.data[i] = Math.max(luma, 0.5 * Math.max(Math.abs(r), Math.abs(g), Math.abs(b)));
  }
  return out;
}

/** Steepness of the source's luma, levels a pixel, spread over its surroundings. */
function steepness({ width, height, data }: RasterImage): Plane {
  const luma = createPlane(width, height);
  for (let i = 0; i < luma.data.length; i++) luma.data[i] = 0.299 * data[i * 4] + 0.587 * data[i * 4 + 1] + 0.114 * data[i * 4 + 2];
  const out = createPlane(width, height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      out.data[i] = Math.hypot(luma.data[i + 1] - luma.data[i - 1], luma.data[i + width] - luma.data[i - width]) / 2;
    }
  }
  return blurPlane(out, 1.5);
}

/** Every `stride`-th value: quantiles of a million need no million. */
const sampled = (values: Float32Array, keep: (i: number) => boolean): number[] => {
  const stride = Math.max(1, Math.floor(values.length / 50_000));
  const out: number[] = [];
  for (let i = 0; i < values.length; i += stride) if (keep(i)) out.push(values[i]);
  return out;
};

/**
 * Compares source and registered output of one size; `colour` is the match already applied to the latter. The noise is learnt from the pictures: the usual difference in quiet places,
 * and the usual difference a steep edge has, so that a repainted but unchanged picture stays near 1 everywhere. O(pixels).
 */
export function differenceOf(source: RasterImage, registered: RasterImage, colour: ColourMatch): Difference {
  const levels = blurredGap(source, registered, colour);
  const steep = steepness(source);
  const quietBelow = quantileOf(
    sampled(steep.data, () => true),
    0.5,
  );
  const noise = Math.max(
    NOISE_FLOOR,
    1.4826 *
      quantileOf(
        sampled(levels.data, (i) => steep.data[i] <= quietBelow),
        0.5,
      ),
  );
  const steepAbove = Math.max(
    4,
    quantileOf(
      sampled(steep.data, () => true),
      0.85,
    ),
  );
  const ratio = levels.data.map((v, i) => v / Math.max(1, steep.data[i]));
  const edge = Math.min(
    EDGE_MOST,
    Math.max(
      EDGE_LEAST,
      1.4826 *
        quantileOf(
          sampled(ratio, (i) => steep.data[i] >= steepAbove),
          0.5,
        ),
    ),
  );
  const score = createPlane(source.width, source.height);
  for (let i = 0; i < score.data.length; i++) score.data[i] = levels.data[i] / (noise + edge * steep.data[i]);
  return { score, levels };
}
