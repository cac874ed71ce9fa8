import { boundsOf, type Rect } from "../../protocol/geometry.ts";
import type { Where } from "../../protocol/plan.ts";
import type { RasterImage } from "../raster/raster.ts";
import { matchText } from "../text/match.ts";
import type { TextLine } from "../text/types.ts";
import { type Align, inferAlign } from "../text/typeset/align.ts";
import { planeOfBox } from "../text/typeset/line-plane.ts";
import { neighbourEnds } from "../text/typeset/neighbour-ends.ts";
import { linesInRole } from "./text-roles.ts";
import { LEVEL, straightened, type Turn, turnOf } from "./turn.ts";

/** Air between a text and the one set beside it, as a share of the new one's height. */
const AIR = 0.5;

/** A wording that the same request has put there counts as well as those of the picture. */
export interface StandingTexts {
  readonly lines: readonly TextLine[];
  readonly written: readonly (Pick<TextLine, "quad"> & { readonly wanted: string })[];
}

/** The text a name means. */
export interface Anchor {
  readonly quad: TextLine["quad"];
  /** Where it is one of the picture. */
  readonly line?: TextLine | undefined;
}

/** Letters a wording has at least to be known within a longer name. */
const TELLING = 3;

const LETTER = /[\p{Script=Latin}\p{N}]/u;
const runsOnInto = (a: string | undefined, b: string | undefined): boolean => LETTER.test(a ?? "") && LETTER.test(b ?? "");

/** Lines whose wording stands within a name as words of it: the Python cover, 封面Python. */
function linesWithin(name: string, lines: readonly TextLine[]): readonly TextLine[] {
  const whole = name.toLowerCase();
  return lines.filter(({ string }) => {
    const wording = string.trim().toLowerCase();
    const at = whole.indexOf(wording);
    if (wording.length < TELLING || at < 0) return false;
    const end = at + wording.length;
    return !runsOnInto(whole[at - 1], wording[0]) && !runsOnInto(wording[wording.length - 1], whole[end]);
  });
}

/** The one text of that wording or part (the title), or whose wording the name holds; `undefined` where the name is none of the picture's texts, or several. */
export function anchorOf({ lines, written }: StandingTexts, name: string | undefined): Anchor | undefined {
  const [match, other] = name === undefined ? [] : matchText(lines, name);
  const [part, second] = name === undefined || match !== undefined ? [] : (linesInRole(name, lines) ?? []);
  const set = written.filter(({ wanted }) => wanted === name);
  if (set.length > 0) return set.length === 1 ? set[0] : undefined;
  const [within, third] = name === undefined || match !== undefined || part !== undefined ? [] : linesWithin(name, lines);
  const line = match?.spans[0]?.line ?? part ?? (third === undefined ? within : undefined);
  return line === undefined || other !== undefined || second !== undefined ? undefined : { quad: line.quad, line };
}

/** The direction a text is written in. */
export const turnBeside = (anchor: Anchor | undefined): Turn =>
  anchor?.line === undefined || anchor.line.vertical ? LEVEL : turnOf(anchor.line.box);

/** Where a text's ink begins and ends along its own line, straightened. */
function edgesOf(image: RasterImage, { line }: Anchor, { x, width }: Rect<"image">): readonly [number, number] {
  if (line === undefined || line.vertical) return [x, x + width];
  const { left, right } = neighbourEnds(image, planeOfBox(line.box), line);
  return [line.box.cx + left, line.box.cx + right];
}

/** How a text set above or below another hangs: as that one does among its neighbours. */
export function alignedAs(image: RasterImage, anchor: Anchor | undefined, lines: readonly TextLine[]): Align {
  const line = anchor?.line;
  return line === undefined || line.vertical ? "center" : inferAlign(line, lines, { image }).align;
}

/**
 * Middle of a new text of that size beside another, on the side `where` says (below where it says none), in pixels of the picture straightened by that one's
 * turn; above and below on the edge they share.
 */
export function besideText(
  image: RasterImage,
  anchor: Anchor,
  at: { readonly where: Where | undefined; readonly width: number; readonly height: number; readonly align: Align },
): { readonly x: number; readonly y: number } {
  const turn = turnBeside(anchor);
  const bounds = boundsOf<"image">(anchor.quad.map((p) => straightened(p, turn)));
  const { x, y, width, height } = bounds;
  const air = AIR * at.height;
  if (at.where === "left") return { x: x - air - at.width / 2, y: y + height / 2 };
  if (at.where === "right") return { x: x + width + air + at.width / 2, y: y + height / 2 };
  const [from, to] = edgesOf(image, anchor, bounds);
  const middle = { left: from + at.width / 2, center: (from + to) / 2, right: to - at.width / 2 }[at.align];
  return { x: middle, y: at.where === "top" ? y - air - at.height / 2 : y + height + air + at.height / 2 };
}
