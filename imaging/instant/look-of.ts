import type { FloatImage, Plane } from "../raster/raster.ts";
import { agreedInk } from "../text/fit/agreed-ink.ts";
import { findShadow } from "../text/fit/find-shadow.ts";
import { findVeil } from "../text/fit/find-veil.ts";
import type { FitCandidate } from "../text/fit/fit.ts";
import { findOutline, type Outline } from "../text/fit/outline.ts";
import type { Paint } from "../text/fit/paint.ts";
import { paintAt } from "../text/fit/paint.ts";
import { polished } from "../text/fit/polish.ts";
import { settledOutline } from "../text/fit/settle-outline.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import { inkExtent } from "../text/fit/shape.ts";
import { solvePaint } from "../text/fit/solve-paint.ts";
import { findThinOutline } from "../text/fit/thin-outline.ts";
import type { LineFrame } from "../text/frame.ts";
import type { LineMatte } from "../text/matte/matte.ts";
import type { Ruler } from "../text/ruler.ts";
import type { LineRegion } from "../text/types.ts";
import { type Drawn, drawLine, underFill } from "./draw-line.ts";

/** Overlap of the fit below which a thin outline or a shadow cannot be told from letters that lie a little off. */
export const LIES_WELL = 0.6;

/** A line whose letters were found. */
export interface SeenLine {
  readonly ruler: Ruler;
  readonly region: LineRegion;
  readonly frame: LineFrame;
  readonly matte: LineMatte;
  readonly text: string;
}

/** Letters in a setting with the effects they were seen to have. */
export interface Look {
  readonly candidate: FitCandidate;
  readonly outline: Outline | undefined;
  readonly shadow: Shadow | undefined;
  readonly drawn: Drawn;
}

const drawnWith = (line: SeenLine, candidate: FitCandidate, outline: Outline | undefined): Drawn =>
  drawLine(line.ruler, candidate.setting, { text: line.text, outline, size: line.region.rect });

/** Spread of an even ground, 0–255, from which it may be a photograph's: what its surface does not tell of a shadow, the letters' shape may. */
const UNEVEN = 3;

/** Whether a ground has detail of its own, which shows through a shadow. */
export const isUneven = ({ background, noise }: Pick<LineMatte, "background" | "noise">): boolean =>
  background === "clusters" || noise >= UNEVEN;

/** A shadow or glow, against the even ground or by the letters' shape alone. */
function shadowOf(
  { region, matte }: SeenLine,
  { drawn, candidate }: Pick<Look, "drawn" | "candidate">,
  before?: Shadow,
): Shadow | undefined {
  const { cast, under } = matte;
  if (candidate.similarity < LIES_WELL) return undefined;
  const ink = drawn.outlined ?? drawn.coverage;
  const { sizePx } = candidate.setting;
  const { pixels: image } = region;
  const hard = cast && { dx: cast.dx, dy: cast.dy, inkColour: matte.colours.overall };
  // What the letters stand on is no ground to tell a shadow by.
  const foreign = under ? { ...under, data: under.data.map((u, i) => u | region.foreign.data[i]) } : region.foreign;
  const { ground, noise } = matte;
  const told = ground && findShadow({ image, ground: ground.pixels, foreign, ink, sizePx, noise, cast: hard, before });
  return told ?? (ground && !isUneven(matte) ? undefined : findVeil({ image, foreign, ink, sizePx }));
}

function lookWith(line: SeenLine, candidate: FitCandidate, outline: Outline | undefined): Look {
  const drawn = drawnWith(line, candidate, outline);
  return { candidate, outline, drawn, shadow: shadowOf(line, { drawn, candidate }) };
}

/** Squares left around the letters once what lies under their fill is drawn; `reach` pixels at most off the fill. */
function leftAround(line: SeenLine, look: Look, reach: number): number {
  const { region, matte, frame } = line;
  if (!matte.ground) return 0;
  const under = underFill(matte.ground.pixels, look.drawn, look);
  const { pixels, foreign } = region;
  let sum = 0;
  for (let i = 0; i < foreign.data.length; i++) {
    const outside = Math.abs(frame.u[i]) > frame.halfU + reach || Math.abs(frame.v[i]) > frame.halfV + reach;
    if (outside || foreign.data[i] !== 0 || look.drawn.coverage.data[i] > 0.03) continue;
    for (let c = 0; c < 3; c++) sum += (pixels.data[i * 3 + c] - under.data[i * 3 + c]) ** 2;
  }
  return sum;
}

/** What an outline beside a shadow must explain better than the shadow alone. */
const WORTH_AN_OUTLINE = 0.9;

/** The effects that explain best what is around the letters: a glow close to them must not pass for an outline. */
function likeliest(line: SeenLine, candidate: FitCandidate, broad: Outline | undefined): Look {
  if (!broad || !line.matte.ground) return lookWith(line, candidate, broad);
  const reach = 0.3 * candidate.setting.sizePx;
  const outlined = lookWith(line, candidate, broad);
  const bare = lookWith(line, candidate, undefined);
  if (!bare.shadow) return outlined;
  return leftAround(line, outlined, reach) < WORTH_AN_OUTLINE * leftAround(line, bare, reach) ? outlined : bare;
}

/** The same look once letters and effects have been made to suit each other. */
function suited(line: SeenLine, look: Look): Look {
  const { region, frame, matte, ruler, text } = line;
  const { candidate } = look;
  if (!matte.ground || candidate.similarity < LIES_WELL) return look;
  const under = underFill(matte.ground.pixels, look.drawn, look);
  const paint = paintOf(line, { under, coverage: look.drawn.coverage });
  const found = polished(ruler, candidate, {
    image: region.pixels,
    under,
    coverage: look.drawn.coverage,
    colourAt: (i) => paintAt(paint, frame.u[i], frame.v[i]),
    foreign: region.foreign,
    frame,
    text,
  });
  if (found.setting === candidate.setting) return look;
  const moved = { ...candidate, ...found };
  const drawn = drawnWith(line, moved, look.outline);
  const shadow = look.shadow && shadowOf(line, { drawn, candidate: moved }, look.shadow);
  return { candidate: moved, outline: look.outline, drawn, shadow };
}

/** Reads a line's effects off the picture; where there are any, the letters are fitted again to what is left of them. */
function lookIn(line: SeenLine, candidate: FitCandidate): Look {
  const { region, matte, frame } = line;
  const { sizePx } = candidate.setting;
  const broad = findOutline(region.pixels, matte.fill, {
    frame,
    foreign: region.foreign,
    sizePx,
    fillColour: matte.colours.overall,
  });
  const look = likeliest(line, candidate, broad);
  return look.outline || look.shadow ? suited(line, look) : look;
}

/** Overlap, once the effects are taken away, from which a face needs no comparing with others; and how much better another must lie then. */
const BEYOND_DOUBT = 0.85;
const CLEARLY = 0.03;

/**
 * The look of the best face. A glow or shadow that passed for ink favours bolder faces: where one was found and the letters do not lie well without it, the
 * faces hardly behind are looked at likewise, and the one that lies clearly better then is taken.
 */
export function clearestLook<L extends Pick<Look, "candidate" | "shadow">>(
  [first, ...others]: readonly FitCandidate[],
  look: (candidate: FitCandidate) => L,
): L {
  const own = look(first);
  const { similarity } = own.candidate;
  if (own.shadow === undefined || similarity >= BEYOND_DOUBT) return own;
  const rivals = others.filter((other) => other.similarity > similarity).map(look);
  const best = rivals.reduce((a, b) => (b.shadow !== undefined && b.candidate.similarity > a.candidate.similarity ? b : a), own);
  return best.candidate.similarity > similarity + CLEARLY ? best : own;
}

/** Reads a line's effects off the picture, for the face that suits them best. ~0.2 s a face. */
export const lookOf = (line: SeenLine, candidates: readonly FitCandidate[]): Look =>
  clearestLook(candidates, (candidate) => lookIn(line, candidate));

/** An outline too thin to be read off the picture directly, on the restored ground. */
export function thinOutlineOf(line: SeenLine, look: Look, shaded: FloatImage): Outline | undefined {
  const { matte, region } = line;
  if (look.candidate.similarity < LIES_WELL || matte.perCharacter) return undefined;
  const colour = matte.colours.overall;
  const ground = { image: region.pixels, plate: shaded, fill: look.drawn.coverage, fillColour: colour, origin: region.rect };
  return findThinOutline(ground, (widthPx) => drawnWith(line, look.candidate, { colour, widthPx }).outlined ?? look.drawn.coverage);
}

/** The outline made exact on the ground it lies on. */
export function exactOutline(line: SeenLine, look: Look & { readonly outline: Outline }, shaded: FloatImage): Outline {
  return settledOutline(
    {
      image: line.region.pixels,
      ground: shaded,
      foreign: line.region.foreign,
      fill: look.drawn.coverage,
      seenFill: line.matte.fill,
      origin: line.region.rect,
    },
    look.outline,
    (widthPx) => drawnWith(line, look.candidate, { ...look.outline, widthPx }).outlined ?? look.drawn.coverage,
  );
}

/** The fill's paint over what lies under it. */
export function paintOf(
  { region, frame, matte }: SeenLine,
  at: { readonly under: FloatImage; readonly coverage: Plane; readonly through?: boolean },
): Paint {
  const extent = inkExtent(at.coverage, frame) ?? { u0: -frame.halfU, u1: frame.halfU, v0: -frame.halfV, v1: frame.halfV };
  return solvePaint(
    {
      image: region.pixels,
      under: at.under,
      coverage: at.coverage,
      inked: agreedInk(at.coverage, matte.inkMask),
      frame,
      origin: region.rect,
    },
    {
      edges: matte.edges,
      seen: matte.colours,
      varied: matte.perCharacter,
      ends: { u: [extent.u0, extent.u1], v: [extent.v0, extent.v1] },
      through: at.through ?? false,
    },
  );
}
