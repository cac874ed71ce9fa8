import { type Affine, compose, IDENTITY, scaling, translation } from "../../../protocol/geometry.ts";
import { blurPlane } from "../../raster/blur.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";
import { type Alignment, alignLevel } from "./align-level.ts";
import { CubicSampler } from "./bicubic.ts";
import { firstShift } from "./first-shift.ts";
import { lumaPlane, shrinkPlane } from "./luma-plane.ts";
import { type ColourMatch, matchColour } from "./match-colour.ts";
import type { Placing } from "./warp-output.ts";

/** Finest level worked on: beyond it the estimate gains nothing and time grows. Pixels. */
const FINEST = 1_200_000;
const COARSEST_SIDE = 72;
const BLUR = 1;
/** Farther from the source than this (share of the longer side), it is no drift but another picture. */
const FARTHEST = 0.2;
/** Below this share of agreeing points there is nothing to align to. */
const LEAST_AGREEMENT = 0.2;
const COLOUR_SAMPLES = 20_000;

export interface Registration extends Placing {
  /** Share of the picture's structure that agrees after alignment, 0–1. */
  readonly agreement: number;
  /** Farthest a corner of the picture had moved, source pixels. */
  readonly driftPx: number;
  /** False where no alignment could be trusted: `transform` then only scales to the source's size. */
  readonly aligned: boolean;
}

interface Level {
  readonly source: Plane;
  readonly output: Plane;
}

function workSize(source: RasterImage, output: RasterImage): { width: number; height: number } {
  const scale = Math.min(1, output.width / source.width, output.height / source.height, Math.sqrt(FINEST / (source.width * source.height)));
  return { width: Math.max(8, Math.round(source.width * scale)), height: Math.max(8, Math.round(source.height * scale)) };
}

/** Coarse to fine, each half of the next. */
function pyramid(finest: Level): Level[] {
  const levels = [finest];
  while (Math.max(levels[0].source.width, levels[0].source.height) > COARSEST_SIDE) {
    const { source, output } = levels[0];
    const [w, h] = [Math.ceil(source.width / 2), Math.ceil(source.height / 2)];
    if (Math.min(w, h) < 16) break;
    levels.unshift({ source: shrinkPlane(source, w, h), output: shrinkPlane(output, w, h) });
  }
  return levels.map(({ source, output }) => ({ source: blurPlane(source, BLUR), output: blurPlane(output, BLUR) }));
}

/** The transform of one level in the pixels of another. */
function rescaled(transform: Affine, x: number, y: number): Affine {
  return compose(scaling(x, y), compose(transform, scaling(1 / x, 1 / y)));
}

function alignAll(levels: readonly Level[]): Alignment {
  const shift = firstShift(levels[0].source, levels[0].output);
  let found: Alignment = { transform: translation(shift.x, shift.y), gain: 1, offset: 0, agreement: 0 };
  levels.forEach(({ source, output }, i) => {
    const before = levels[i - 1]?.source ?? source;
    const transform = rescaled(found.transform, source.width / before.width, source.height / before.height);
    found = alignLevel(source, output, { start: { ...found, transform }, rounds: i === levels.length - 1 ? 24 : 16 });
  });
  return found;
}

function cornerDrift([[a, c, e], [b, d, f]]: Affine, { width, height }: { width: number; height: number }): number {
  const corners = [0, width].flatMap((x) => [0, height].map((y) => [x, y] as const));
  return Math.max(...corners.map(([x, y]) => Math.hypot(a * x + c * y + e - x, b * x + d * y + f - y)));
}

/** Colours of source and aligned output at an even grid of points. */
function colourPairs(source: RasterImage, output: RasterImage, [[a, c, e], [b, d, f]]: Affine): ColourMatch {
  const stride = Math.max(1, Math.round(Math.sqrt((source.width * source.height) / COLOUR_SAMPLES)));
  const sampler = new CubicSampler({ width: output.width, height: output.height, channels: 4 });
  const [from, to]: [number[][], number[][]] = [
    [[], [], []],
    [[], [], []],
  ];
  for (let y = stride >> 1; y < source.height; y += stride) {
    for (let x = stride >> 1; x < source.width; x += stride) {
      const at = (y * source.width + x) * 4;
      const [ox, oy] = [a * (x + 0.5) + c * (y + 0.5) + e, b * (x + 0.5) + d * (y + 0.5) + f];
      if (source.data[at + 3] < 255 || ox < 0 || oy < 0 || ox > output.width || oy > output.height) continue;
      for (let k = 0; k < 3; k++) {
        from[k].push(sampler.at(output.data, ox, oy, k));
        to[k].push(source.data[at + k]);
      }
    }
  }
  return matchColour(
    from.map((v) => Float32Array.from(v)),
    to.map((v) => Float32Array.from(v)),
  );
}

/**
 * Where and in which colours an engine's output lies on its source: scale to size, then shift, zoom, rotation and shear to a
 * fraction of a pixel, then gain and offset per channel; all estimated where both agree, so that a part changed on purpose does not
 * pull. Any sizes. Method: coarse-to-fine Lucas–Kanade with Tukey weights on the strongest gradients (Baker & Matthews 2004).
 * About 0.4 s at 1 MP.
 */
export function registerOutput(source: RasterImage, output: RasterImage): Registration {
  const size = workSize(source, output);
  const levels = pyramid({ source: lumaPlane(source, size.width, size.height), output: lumaPlane(output, size.width, size.height) });
  const found = alignAll(levels);
  const inSource = rescaled(found.transform, source.width / size.width, source.height / size.height);
  const driftPx = cornerDrift(inSource, source);
  const aligned = found.agreement >= LEAST_AGREEMENT && driftPx <= FARTHEST * Math.max(source.width, source.height);
  const toOutput = scaling(output.width / source.width, output.height / source.height);
  const transform = compose(toOutput, aligned ? inSource : IDENTITY);
  return { transform, colour: colourPairs(source, output, transform), agreement: found.agreement, driftPx: aligned ? driftPx : 0, aligned };
}
