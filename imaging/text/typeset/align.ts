import type { RasterImage } from "../../raster/raster.ts";
import type { TextLine } from "../types.ts";
import { type Enclosing, enclosing } from "./enclosing.ts";
import { type LinePlane, planeOfBox } from "./line-plane.ts";
import { besetEnd, type NeighbourEnds, neighbourEnds, swungOut } from "./neighbour-ends.ts";

export type Align = "left" | "center" | "right";
const ALIGNS: readonly Align[] = ["left", "center", "right"];

/** How a line is aligned, and how likely each way is by what stands around it; the odds sum to 1. */
export interface Alignment {
  readonly align: Align;
  readonly odds: Readonly<Record<Align, number>>;
}

/** Lines that could belong to the same block: alike in direction, near above or below. */
function isNeighbour(plane: LinePlane, line: TextLine, at: { other: TextLine; ends: NeighbourEnds }): boolean {
  const { other, ends } = at;
  if (Math.abs(other.box.angle - line.box.angle) > (plane.perspective ? 0.25 : 0.12)) return false;
  const across = Math.abs(ends.v + plane.rise);
  const near = across < 4.5 * Math.max(line.box.height, other.box.height) && across > 0.4 * line.box.height;
  return near && ends.left < plane.ends[1] && ends.right > plane.ends[0];
}

/** Spread of what is measured of an edge, and of what letters' side bearings add per pixel of both lines' heights. */
const SPREAD = { px: 1.3, side: 0.035, middle: 0.022 } as const;
/** Share of neighbours that follow another edge. */
const STRANGERS = 0.12;
/** Without evidence: titles mostly are centred, columns mostly hang from their top. */
const PRIOR: Readonly<Record<"level" | "column", Readonly<Record<Align, number>>>> = {
  level: { left: 0.32, center: 0.5, right: 0.18 },
  column: { left: 0.8, center: 0.14, right: 0.06 },
};
/** How much likelier the alignment is that the line's place in the picture suggests. */
const SUGGESTED = 3;
/** Lean below which letters count as upright, radians. */
const UPRIGHT = 0.03;
/** Height of a text's middle over its baseline, shares of its box's height. */
const RISE = 0.34;

const bell = (d: number, spread: number): number => Math.exp(-((d / spread) ** 2) / 2) / (spread * Math.sqrt(2 * Math.PI));

/** How likely a neighbour lies as it does if the line is aligned so, per pixel. */
function likelihood(
  align: Align,
  plane: LinePlane,
  at: { ends: NeighbourEnds; shift: number; height: number; swung: { left: number; right: number } },
): number {
  const { ends, shift, height, swung } = at;
  const [a, b] = plane.ends;
  const off = {
    left: ends.left + shift - a,
    right: ends.right + shift - b,
    center: (ends.left + ends.right) / 2 + shift - (a + b) / 2,
  }[align];
  const bearings = (align === "center" ? SPREAD.middle : SPREAD.side) * (height + ends.height);
  const wide = Math.max(b - a, ends.right - ends.left);
  const missed = { left: swung.left, right: swung.right, center: (swung.left + swung.right) / 2 }[align];
  return (1 - STRANGERS) * bell(off, SPREAD.px + bearings + missed) + STRANGERS / wide;
}

/** A line that stands so many times further from a side of its field than from the other hardly hangs from that side. */
const AWAY = 3;
const AGAINST = 0.005;

/** How likely a line lies so in what it stands on, per pixel of the slack it has there: in the middle where it is centred, anywhere where it is not. */
function likelihoodIn(on: Enclosing | undefined, align: Align, { plane, height }: { plane: LinePlane; height: number }): number {
  if (on === undefined) return 1;
  const [a, b] = plane.ends;
  const spread = SPREAD.px + 2 * SPREAD.middle * height;
  const slack = Math.max(2 * spread, on.right - on.left - (b - a));
  const off = (on.left + on.right - a - b) / 2;
  if (align === "center") return (1 - STRANGERS) * slack * bell(off, spread) + STRANGERS;
  const [near, far] = align === "left" ? [a - on.left, on.right - b] : [on.right - b, a - on.left];
  return on.tight && near > AWAY * far ? AGAINST : 1;
}

/** A way in which lines may share an edge: how far a neighbour's ends move until they can be compared with the line's. */
interface Way {
  readonly share: number;
  readonly shift: (ends: NeighbourEnds) => number;
}

/** Of leaning letters the shared edge is upright, from baseline to baseline, or leans as they do. */
function waysOf({ slant, perspective }: LinePlane): readonly Way[] {
  if (Math.abs(slant) < UPRIGHT) return [{ share: 1, shift: () => 0 }];
  const lean = Math.tan(slant);
  const upright = perspective ? 0.2 : 0.5;
  return [
    { share: upright, shift: ({ height }) => -lean * RISE * height },
    { share: 1 - upright, shift: ({ v }) => lean * v },
  ];
}

/**
 * How a line is aligned, by the edge that its neighbours share with it on its own plane and by its place in the button, cell or card it stands
 * on; where neither tells, a line in the middle of the picture is centred, one at a margin hangs from it, any other keeps its centre. `plane`: the line as fitted,
 * image pixels.
 */
export function inferAlign(
  line: TextLine,
  all: readonly TextLine[],
  at: { readonly image: RasterImage; readonly plane?: LinePlane | undefined },
): Alignment {
  const plane = at.plane ?? planeOfBox(line.box);
  const { height } = line.box;
  const others = all.filter((other) => other !== line);
  const neighbours = others
    .map((other) => ({ other, ends: neighbourEnds(at.image, plane, other) }))
    .filter((neighbour) => isNeighbour(plane, line, neighbour));
  const swung = line.vertical ? { left: 0, right: 0 } : swungOut(plane, line);
  const on = line.vertical ? undefined : enclosing(at.image, plane, { line, others });
  const suggested = line.vertical ? [] : on?.tight ? [] : [alignInPicture(line, at.image.width), besetEnd(at.image, plane, line)];
  const prior = PRIOR[line.vertical ? "column" : "level"];
  const before = (align: Align): number => prior[align] * SUGGESTED ** suggested.filter((s) => s === align).length;
  const seenBy = (align: Align, { shift }: Way): number =>
    neighbours.reduce((odds, { ends }) => odds * height * likelihood(align, plane, { ends, shift: shift(ends), height, swung }), 1);
  const weigh = (align: Align): number =>
    before(align) *
    likelihoodIn(on, align, { plane, height }) *
    waysOf(plane).reduce((sum, way) => sum + way.share * seenBy(align, way), 0);
  const weights = { left: weigh("left"), center: weigh("center"), right: weigh("right") };
  const sum = weights.left + weights.center + weights.right;
  const odds = { left: weights.left / sum, center: weights.center / sum, right: weights.right / sum };
  return { align: ALIGNS.reduce((best, a) => (odds[a] > odds[best] ? a : best), "center"), odds };
}

function alignInPicture(line: TextLine, width: number): Align | undefined {
  if (Math.abs(line.box.cx - width / 2) < 0.04 * width) return "center";
  if (line.box.cx - line.box.width / 2 < 0.08 * width) return "left";
  return line.box.cx + line.box.width / 2 > 0.92 * width ? "right" : undefined;
}
