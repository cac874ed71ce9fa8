import type { Rgb } from "../../raster/colour.ts";
import type { FloatImage, Mask, Plane } from "../../raster/raster.ts";
import { cellEdges, cellOf, type LineFrame } from "../frame.ts";
import type { CharSpot, LineRegion } from "../types.ts";
import { inkByColour } from "./by-colour.ts";
import { inkByPeak } from "./by-peak.ts";
import { type Cast, findCast } from "./cast.ts";
import { type FillColours, fillColours, innerFill, softFill, surroundings } from "./fill.ts";
import { haloedFill } from "./halo.ts";
import { withoutIntruders } from "./intruders.ts";
import { inkSupport, type Support, zonesOf } from "./support.ts";
import { withSwashes } from "./swashes.ts";

/** What one line's pixels say before any font is known. */
export interface LineMatte {
  /** Soft coverage of the letters' fill, 0–1: the shape a font must match. */
  readonly fill: Plane;
  /** 255 = fill, hard. */
  readonly fillMask: Mask;
  /** 255 = all that differs from the background as far as told yet (fill, and outline where it was found). */
  readonly inkMask: Mask;
  /** Colours around the fill spread under it: outline colour where there is an outline, else background. */
  readonly around: FloatImage;
  readonly colours: FillColours;
  /** Fill colours differ from character to character. */
  readonly perCharacter: boolean;
  /** Background noise, 0–255. */
  readonly noise: number;
  readonly background: "smooth" | "panel" | "clusters";
  /** The background's surface, also under the letters, and `[H, W]` difference from it, 0–255; only where it is `smooth`. */
  readonly ground: { readonly pixels: FloatImage; readonly off: Float32Array } | undefined;
  /** 255 = what some of the letters stand on, where the background is else `smooth`. */
  readonly under?: Mask;
  /** The hard shadow the letters cast, where one was told from them. */
  readonly cast?: Cast;
  /** Cell edges along the line, one more than characters that are not spaces. */
  readonly edges: readonly number[];
}

const PER_CHARACTER_DISTANCE = 48;

/** Share of characters whose colour is far from the overall one. */
function varied({ overall, cells }: FillColours): boolean {
  if (cells.length < 2) return false;
  const far = cells.filter((c) => Math.hypot(c[0] - overall[0], c[1] - overall[1], c[2] - overall[2]) > PER_CHARACTER_DISTANCE);
  return far.length / cells.length >= 0.12;
}

/** What is seen of a line before it is decided which of its ink are the letters. */
interface Seen {
  readonly region: LineRegion;
  readonly frame: LineFrame;
  readonly edges: readonly number[];
  readonly support: Support;
  readonly inkMask: Mask;
}

function seenOf(region: LineRegion, frame: LineFrame, chars: readonly CharSpot[]): Seen {
  const edges = cellEdges(chars, frame.halfU);
  const zones = zonesOf(frame, region.foreign);
  const support = inkSupport(region.pixels, frame, { zones, edges, foreign: region.foreign });
  const kept = withoutIntruders(support.mask, frame, zones.near);
  const { ground } = support;
  const inkMask = ground
    ? withSwashes(kept, { image: region.pixels, off: ground.off, near: zones.near, foreign: region.foreign, frame })
    : kept;
  return { region, frame, edges, support, inkMask };
}

/** The matte that follows from what is taken for the letters. */
function matteOf({ region, frame, edges, support, inkMask }: Seen, fillMask: Mask, cast: Cast | undefined): LineMatte {
  // Beside letters that cast a shadow the ground is what lies clear of both.
  const around = surroundings(region.pixels, cast ? inkMask : fillMask, region.foreign);
  const colours = fillColours(region.pixels, fillMask, { frame, edges, around });
  const perCharacter = varied(colours);
  const colourOf = (i: number): Rgb => (perCharacter ? colours.cells[cellOf(edges, frame.u[i])] : colours.overall);
  const fill = softFill(region.pixels, fillMask, { around, colourAt: colourOf, noise: support.noise, shade: cast?.colour });
  return {
    fill,
    fillMask,
    inkMask,
    around,
    colours,
    perCharacter,
    noise: support.noise,
    background: support.kind,
    ground: support.ground,
    edges,
    ...(support.under ? { under: support.under } : {}),
    ...(cast ? { cast } : {}),
  };
}

/** Ink without a part of it. */
const lessOf = (ink: Mask, part: Mask): Mask => ({ ...ink, data: ink.data.map((v, i) => (part.data[i] === 0 ? v : 0)) });

/** Separates the letters of one line from what is under them. Pure; ~10–60 ms on a 600×120 region. */
export function extractMatte(region: LineRegion, frame: LineFrame, chars: readonly CharSpot[]): LineMatte {
  const seen = seenOf(region, frame, chars);
  const { support, inkMask, edges } = seen;
  const cast = findCast(region.pixels, inkMask, 2 * frame.halfV);
  const inner = cast?.fill ?? innerFill(region.pixels, inkMask, { frame, edges });
  const haloed = inner === inkMask && support.ground ? haloedFill(inkMask, { off: support.ground.off, frame, edges }) : undefined;
  return matteOf(seen, haloed ?? inner, cast);
}

/** Share of the ink that a part of it must be, and leave, to be another reading of the letters. */
const PART = 0.1;

/**
 * Other readings of the ink: where a part of it was taken for the letters, all of it, and, of letters and a cast or glow mistaken for each other, the
 * rest; and its colours one by one, where a ground of several colours passes for ink too. For a line on which no face lies well. Cost as `extractMatte`.
 */
export function otherMattes(
  region: LineRegion,
  frame: LineFrame,
  at: { readonly chars: readonly CharSpot[]; readonly told: LineMatte },
): readonly LineMatte[] {
  const { fillMask, inkMask, edges } = at.told;
  const size = (mask: Mask): number => mask.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0);
  const all = size(inkMask);
  const isPart = (mask: Mask): boolean => size(mask) >= PART * all && size(mask) < (1 - PART) * all;
  const rest = lessOf(inkMask, fillMask);
  const parts = [rest, ...inkByColour(region.pixels, inkMask, { frame, edges })].filter(isPart);
  const readings = [...(size(rest) < PART * all ? [] : [inkMask]), ...parts];
  if (readings.length === 0) return [];
  const seen = seenOf(region, frame, at.chars);
  return readings.map((mask) => matteOf(seen, mask, undefined));
}

/** Overlap with the letters told from which another reading is the same. One that has nothing of theirs may be the letters too: theirs may be a shadow. */
const SAME = 0.93;

function overlapOf(a: Mask, b: Mask): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.data.length; i++) {
    if (a.data[i] !== 0 && b.data[i] !== 0) both++;
    if (a.data[i] !== 0 || b.data[i] !== 0) either++;
  }
  return both / Math.max(1, either);
}

/**
 * Other readings of a line on a ground of many colours: as letters of one even colour, with nothing of that ground among the ink. None on an even ground,
 * which tells all that stands on it, nor where that is what was told. ~30 ms on a 600×120 region.
 */
export function mattesByPeak(
  region: LineRegion,
  frame: LineFrame,
  at: { readonly chars: readonly CharSpot[]; readonly told: LineMatte },
): readonly LineMatte[] {
  const { background, edges, noise, fillMask } = at.told;
  if (background === "smooth") return [];
  const zones = zonesOf(frame, region.foreign);
  const masks = inkByPeak(region.pixels, zones, { frame, edges }).map((mask) => withoutIntruders(mask, frame, zones.near));
  const isOther = (mask: Mask): boolean => overlapOf(mask, fillMask) < SAME;
  return masks
    .filter(isOther)
    .map((mask) => matteOf({ region, frame, edges, support: { mask, kind: "clusters", noise }, inkMask: mask }, mask, undefined));
}
