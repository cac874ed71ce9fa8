import { type Affine, compose, IDENTITY, scaling, translation } from "../../../protocol/geometry.ts";
import { blurPlane } from "../../raster/blur.ts";
import type { Plane, RasterImage } from "../../raster/raster.ts";
import { type Alignment, alignLevel, type LevelPair } from "./align-level.ts";
import { anchorPoints, thinned } from "./anchor-points.ts";
import { bendAt } from "./bend.ts";
import { CubicSampler } from "./bicubic.ts";
import { firstShifts } from "./first-shift.ts";
import { localBend } from "./local-bend.ts";
import { type Look, lookAt } from "./look.ts";
import { lumaOf, shrinkPlane } from "./luma-plane.ts";
import { type ColourMatch, matchColour, SAME_COLOUR } from "./match-colour.ts";
import { type Placing, placeIn, scalePlacing } from "./placing.ts";

const COARSEST_SIDE = 72;
const BLUR = 1;
/** Anchor points at most, of the alignment and of the bend. */
const POINTS = 16_000;
const BEND_POINTS = 8_000;
/** Levels the bend is looked for on: three pixels of it are one on the third. */
const BEND_LEVELS = 3;
/** Starts that the coarsest levels are tried from. */
const STARTS = 4;
/** Levels after which the best start is clear. */
const TRIAL_LEVELS = 2;
/** Farther from the source than this (share of the longer side), it is no drift but another picture. */
const FARTHEST = 0.2;
/** Below this share of agreeing points there is nothing to align to. */
const LEAST_AGREEMENT = 0.2;
const COLOUR_SAMPLES = 12_000;

export interface Registration extends Placing {
  /** Share of the picture's structure that agrees after alignment, 0–1. */
  readonly agreement: number;
  /** Farthest a corner of the picture had moved, source pixels. */
  readonly driftPx: number;
  /** False where no alignment could be trusted: `transform` then only scales to the source's size. */
  readonly aligned: boolean;
}

/** Coarse to fine, each half of the next. */
function pyramid(finest: { readonly source: Plane; readonly output: Plane }): LevelPair[] {
  const levels = [finest];
  while (Math.max(levels[0].source.width, levels[0].source.height) > COARSEST_SIDE) {
    const { source, output } = levels[0];
    const [w, h] = [Math.ceil(source.width / 2), Math.ceil(source.height / 2)];
    if (Math.min(w, h) < 16) break;
    levels.unshift({ source: shrinkPlane(source, w, h), output: shrinkPlane(output, w, h) });
  }
  return levels.map((level) => {
    const [source, output] = [blurPlane(level.source, BLUR), blurPlane(level.output, BLUR)];
    return { source, output, points: anchorPoints(source, POINTS) };
  });
}

/** The transform of one level in the pixels of another. */
function rescaled(transform: Affine, x: number, y: number): Affine {
  return compose(scaling(x, y), compose(transform, scaling(1 / x, 1 / y)));
}

/** Aligns level after level, from an alignment of the first one's pixels. */
function descend(levels: readonly LevelPair[], start: Alignment, last: boolean): Alignment {
  let found = start;
  levels.forEach((level, i) => {
    const before = levels[i - 1]?.source ?? level.source;
    const transform = rescaled(found.transform, level.source.width / before.width, level.source.height / before.height);
    found = alignLevel(level, { start: { ...found, transform }, rounds: last && i === levels.length - 1 ? 24 : 16 });
  });
  return found;
}

/** Several starts down to where they can be told apart, the best of them all the way. */
function alignAll(levels: readonly LevelPair[]): Alignment {
  const trial = levels.slice(0, TRIAL_LEVELS);
  const starts = firstShifts(levels[0].source, levels[0].output, STARTS);
  const tried = starts.map(({ x, y }) => descend(trial, { transform: translation(x, y), gain: 1, offset: 0, agreement: 0 }, false));
  const best = tried.reduce((a, b) => (b.agreement > a.agreement + 0.01 ? b : a));
  const rest = levels.slice(trial.length - 1);
  return descend(rest, best, true);
}

function cornerDrift({ transform, bend }: Pick<Placing, "transform" | "bend">, { width, height }: Plane | RasterImage): number {
  const [[a, c, e], [b, d, f]] = transform;
  const corners = [0, width].flatMap((x) => [0, height].map((y) => [x, y] as const));
  const strays = corners.map(([x, y]) => {
    const by = bend ? bendAt(bend, x, y) : { x: 0, y: 0 };
    return Math.hypot(a * x + c * y + e + by.x - x, b * x + d * y + f + by.y - y);
  });
  return Math.max(...strays);
}

/** Colours of source and aligned output at an even grid of points. */
function colourMatch({ source, output }: Look, placing: Pick<Placing, "transform" | "bend">): ColourMatch {
  const stride = Math.max(1, Math.round(Math.sqrt((source.width * source.height) / COLOUR_SAMPLES)));
  const sampler = new CubicSampler({ width: output.width, height: output.height, channels: 4 });
  const [from, to]: [number[][], number[][]] = [
    [[], [], []],
    [[], [], []],
  ];
  for (let y = stride >> 1; y < source.height; y += stride) {
    for (let x = stride >> 1; x < source.width; x += stride) {
      const at = (y * source.width + x) * 4;
      const place = placeIn({ ...placing, colour: SAME_COLOUR }, x + 0.5, y + 0.5);
      if (source.data[at + 3] < 255 || place.x < 0 || place.y < 0 || place.x > output.width || place.y > output.height) continue;
      for (let k = 0; k < 3; k++) {
        from[k].push(sampler.at(output.data, place.x, place.y, k));
        to[k].push(source.data[at + k]);
      }
    }
  }
  const floats = (channels: number[][]) => channels.map((v) => Float32Array.from(v));
  return matchColour(floats(from), floats(to));
}

/** Registration between the two pictures of a look, in its pixels. */
export function registerLook(look: Look): Registration {
  const levels = pyramid({ source: lumaOf(look.source), output: lumaOf(look.output) });
  const finest = levels[levels.length - 1];
  const found = alignAll(levels);
  const driftPx = cornerDrift(found, finest.source);
  const aligned = found.agreement >= LEAST_AGREEMENT && driftPx <= FARTHEST * Math.max(finest.source.width, finest.source.height);
  const bent = levels.slice(-BEND_LEVELS).map((level) => ({ ...level, points: thinned(level.points, BEND_POINTS) }));
  const bend = aligned ? localBend(bent, found) : undefined;
  const placing = { transform: aligned ? found.transform : IDENTITY, ...(bend && { bend }) };
  const colour = colourMatch(look, placing);
  return { ...placing, colour, agreement: found.agreement, driftPx: aligned ? cornerDrift(placing, finest.source) : 0, aligned };
}

/** A registration between the pictures of a look, between those it was taken of. */
export function fromLook(registration: Registration, look: Pick<Look, "sx" | "sy" | "ox" | "oy">): Registration {
  return { ...scalePlacing(registration, look), driftPx: registration.driftPx * Math.max(look.sx, look.sy) };
}

/**
 * Where and in which colours an engine's output lies on its source: scale to size, then shift, zoom, rotation and shear to a
 * fraction of a pixel, then the smooth bend that an affine map leaves, then gain and offset per channel; all estimated where both agree,
 * so that a part changed on purpose does not pull. Any sizes. Method: coarse-to-fine Lucas–Kanade with Tukey weights on the strongest
 * gradients (Baker & Matthews 2004). About 0.2 s at 1 MP.
 */
export function registerOutput(source: RasterImage, output: RasterImage): Registration {
  const look = lookAt(source, output);
  return fromLook(registerLook(look), look);
}
