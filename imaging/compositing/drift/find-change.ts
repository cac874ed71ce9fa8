import type { Rect } from "../../../protocol/geometry.ts";
import { type Component, labelComponents } from "../../raster/components.ts";
import { dilate, erode } from "../../raster/dilate.ts";
import { createMask, type Mask, type RasterImage } from "../../raster/raster.ts";
import { type Difference, differenceOf } from "./difference.ts";
import { type ColourMatch, SAME_COLOUR } from "./match-colour.ts";

/** A change starts where the difference is this many times what noise explains, and reaches as far as it stays above LOW. */
const HIGH = 5;
const LOW = 2.5;
/** Least visible difference, levels: to start and to go on. */
const HIGH_LEVELS = 14;
const LOW_LEVELS = 6;
/** Parts with less than this share of the weightiest part's evidence are drift of the engine, not the edit. */
const LEAST_SHARE = 0.12;
/** The same where the person pointed at a region. */
const LEAST_SHARE_IN_REGION = 0.02;
/** Least evidence of a change, score × pixels above HIGH. */
const LEAST_EVIDENCE = 60;
/** Least evidence of a group of candidates of its own, before groups are joined: two strong pixels. */
const LEAST_SEED = 2 * HIGH;
/** Holes up to this share of the part around them belong to it. */
const HOLE_SHARE = 0.15;
/** The blur carries a change this far beyond its edge, pixels; a pixel there that does not differ by itself is outside. */
const RIM = 2;
/** Share of the blurred difference that a pixel of the rim must differ by itself. */
const OWN_SHARE = 0.5;

export interface ChangeOptions {
  /** Where the person asked for the change, source pixels: nothing outside counts, less evidence is needed inside. */
  readonly region?: Rect<"image">;
  /** The colour match that was applied to the output; tells where its colours had been clipped. */
  readonly colour?: ColourMatch;
}

function candidates({ score, levels }: Difference, region: Rect<"image"> | undefined): Mask {
  const mask = createMask(score.width, score.height);
  const { x, y, width, height } = region ?? { x: 0, y: 0, width: mask.width, height: mask.height };
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(mask.height, y + height); row++) {
    const end = row * mask.width + Math.min(mask.width, x + width);
    for (let i = row * mask.width + Math.max(0, Math.floor(x)); i < end; i++) {
      if (score.data[i] >= LOW && levels.data[i] >= LOW_LEVELS) mask.data[i] = 255;
    }
  }
  return mask;
}

/** Evidence of each group of candidates: the score above HIGH summed over its pixels, at index label - 1. */
function evidenceOf({ score, levels }: Difference, low: Mask, labels: Int32Array, count: number): Float64Array {
  const evidence = new Float64Array(count);
  for (let i = 0; i < labels.length; i++) {
    if (low.data[i] === 0 || score.data[i] < HIGH || levels.data[i] < HIGH_LEVELS) continue;
    evidence[labels[i] - 1] += Math.min(score.data[i], 4 * HIGH);
  }
  return evidence;
}

/** Sets the holes of the mask that are small beside the mask as a whole; unset sets that reach the border are no holes. */
function fillHoles(mask: Mask): Mask {
  const area = mask.data.reduce((n, v) => n + (v !== 0 ? 1 : 0), 0);
  const inverse = { ...mask, data: mask.data.map((v) => (v === 0 ? 255 : 0)) };
  const { labels, components } = labelComponents(inverse, 4);
  const isHole = (c: Component): boolean =>
    c.x > 0 && c.y > 0 && c.x + c.width < mask.width && c.y + c.height < mask.height && c.area <= Math.max(64, HOLE_SHARE * area);
  const holes = Uint8Array.from([0, ...components.map((c) => (isHole(c) ? 1 : 0))]);
  return { ...mask, data: mask.data.map((v, i) => (v !== 0 || holes[labels[i]] === 1 ? 255 : 0)) };
}

/** How far apart two parts may lie and still be one edit (letters of a word), pixels. */
const joinRadius = ({ width, height }: Mask): number => Math.max(2, 0.006 * Math.hypot(width, height));
/** Gaps up to twice this wide inside a part belong to it: where an edit happens to have the source's colour. */
const closeRadius = ({ width, height }: Mask): number => Math.max(2, 0.006 * Math.hypot(width, height));

/** Candidates that hang together with a seed of their own: tone that drifted a little beside an edit is not part of it. */
function seeded(difference: Difference, low: Mask): Mask {
  const { labels, components } = labelComponents(low);
  const evidence = evidenceOf(difference, low, labels, components.length);
  return { ...low, data: low.data.map((v, i) => (v !== 0 && evidence[labels[i] - 1] >= LEAST_SEED ? 255 : 0)) };
}

/** Groups that weigh against the weightiest. */
function weighty(difference: Difference, low: Mask, region: Rect<"image"> | undefined): Mask {
  const { labels, components } = labelComponents(dilate(low, joinRadius(low)));
  const evidence = evidenceOf(difference, low, labels, components.length);
  const most = evidence.reduce((a, b) => Math.max(a, b), 0);
  const least = Math.max(LEAST_EVIDENCE, most * (region === undefined ? LEAST_SHARE : LEAST_SHARE_IN_REGION));
  return { ...low, data: low.data.map((v, i) => (v !== 0 && evidence[labels[i] - 1] >= least ? 255 : 0)) };
}

/** Takes off the rim that only the blur had added. */
function withoutHalo({ sharp, levels }: Difference, mask: Mask): Mask {
  const inner = erode(mask, RIM);
  const own = (i: number): boolean => sharp.data[i] >= Math.max(LOW_LEVELS, OWN_SHARE * levels.data[i]);
  return { ...mask, data: mask.data.map((v, i) => (v !== 0 && (inner.data[i] !== 0 || own(i)) ? 255 : 0)) };
}

/**
 * What an engine really changed: 255 where source and registered output (same size) differ by more than noise, resampling and
 * repainting explain, in groups that weigh against the weightiest, gaps closed. An empty mask where nothing was changed. O(pixels).
 */
export function findChange(source: RasterImage, registered: RasterImage, { region, colour = SAME_COLOUR }: ChangeOptions = {}): Mask {
  const difference = differenceOf(source, registered, colour);
  const low = seeded(difference, candidates(difference, region));
  const found = withoutHalo(difference, weighty(difference, low, region));
  const radius = closeRadius(found);
  return fillHoles(erode(dilate(found, radius), radius));
}
