import type { OrientedBox, Point } from "../../protocol/geometry.ts";
import type { StyleWish } from "../../protocol/plan.ts";
import { isRightToLeft } from "../../protocol/writing.ts";
import { pasteFloat } from "../raster/crop.ts";
import { createMask, type Mask, type RasterImage } from "../raster/raster.ts";
import { pitchOf } from "../text/find/paragraphs.ts";
import type { Paint } from "../text/fit/paint.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import type { Ruler } from "../text/ruler.ts";
import type { Setting } from "../text/setting.ts";
import type { TextLine } from "../text/types.ts";
import { type Align, type Alignment, inferAlign } from "../text/typeset/align.ts";
import { gapKerning } from "../text/typeset/gap-kerning.ts";
import { type Headroom, headroom, type Span } from "../text/typeset/headroom.ts";
import { type LinePlane, planeOfSetting } from "../text/typeset/line-plane.ts";
import { roomAround, roomOnPlane } from "../text/typeset/room.ts";
import { type WrappedLayout, wrapText } from "../text/typeset/wrap.ts";
import { crowdedLines, movedAcross, wayOut } from "./keep-apart.ts";
import { type LaidRow, layRow, roomy, rowInk } from "./lay-row.ts";
import type { InstantContext, Reconstruction } from "./reconstruct.ts";
import { isGuessed, type LetterWish, type Restyled, restyle, shadowFor } from "./wish.ts";

/** A row as it is set in the picture. */
export interface SetRow {
  readonly text: string;
  /** In image pixels. */
  readonly setting: Setting;
  /** Around the row's ink, for reading it back. */
  readonly box: OrientedBox<"image">;
}

/** One line after the edit: new pixels, where they are, and how the new string is set. */
export interface ReplacedLine {
  readonly image: RasterImage;
  /** Source-sized; 255 = touched. */
  readonly mask: Mask;
  /** Source-sized; 255 = where the new string's own ink lies. */
  readonly painted: Mask;
  /** The same without a shadow or glow, which may fall on other lines. */
  readonly letters: Mask;
  readonly rows: readonly SetRow[];
  /** From baseline to baseline, pixels; set where there are several rows. */
  readonly pitchPx?: number;
  /** Of the first row. */
  readonly setting: Setting;
  readonly paint: Paint;
  readonly shadow: Shadow | undefined;
  readonly restyled: Restyled;
  readonly align: Align;
  /** Likelihood that another alignment was meant that would place the string visibly elsewhere, 0–1. */
  readonly misplaced: number;
  /** What its place made of the string, as `WrappedLayout` says. */
  readonly refit: WrappedLayout["refit"];
  /** More letters than the original has, though its letters have colours of their own: theirs are guessed. */
  readonly coloursGuessed: boolean;
  /** What kerning does at the spaces of the old and of the new string, pixels. */
  readonly gapKerning: { readonly before: number; readonly after: number };
  /** Where the first row's pen starts on the baseline, image pixels. */
  readonly origin: Point<"image">;
  /** The first baseline's middle off the paint's own zero. */
  readonly shift: { readonly u: number; readonly v: number };
  /** Tight around the new string's ink. */
  readonly ink: OrientedBox<"image">;
  /** Around the new string, with a margin. */
  readonly box: OrientedBox<"image">;
  /** Another line that the letters come close to by having grown. */
  readonly crowded?: TextLine | undefined;
  readonly warnings: readonly string[];
}

/** The original's shadow in proportion to the new size, or what was wished. */
function scaledShadow({ shadow, setting }: Reconstruction, wish: StyleWish | undefined, sizePx: number): Shadow | undefined {
  const k = sizePx / setting.sizePx;
  return shadowFor(shadow && { ...shadow, dx: shadow.dx * k, dy: shadow.dy * k, blurPx: shadow.blurPx * k }, wish, sizePx);
}

/** Overlap of the fit from which the face's own bearings are trusted; and likeness of the line drawn again, where colours that near the ground's hid parts of the letters from the fit. */
const TRUSTED = { overlap: 0.75, alike: 0.93 } as const;

/** Whether a line is known well enough for the next string to be aligned by the advance box, as design tools do, not by its ink. */
export const trustsBearings = ({ candidates: [best], seenAlike }: Pick<Reconstruction, "candidates" | "seenAlike">): boolean =>
  best.similarity > TRUSTED.overlap || seenAlike > TRUSTED.alike;

const HAN = /\p{Script=Han}/u;

/**
 * Whether the next string is aligned by its advance box though set in a face that is merely near: Han characters stand amid em squares of one width in
 * every face, and how far the ink of one falls short of its square says nothing of another's.
 */
export const alignsByPen = (reconstruction: Pick<Reconstruction, "candidates" | "seenAlike" | "text">, text: string): boolean =>
  trustsBearings(reconstruction) || (HAN.test(reconstruction.text) && HAN.test(text));

/** The plane of the original as it was fitted, in the picture's pixels. */
const planeIn = (ruler: Ruler, { setting, region, text }: Reconstruction): LinePlane =>
  planeOfSetting(ruler, { ...setting, x: setting.x + region.rect.x, y: setting.y + region.rect.y }, text);

/** Distance off its place at which a line looks misplaced, em. */
const SEEN_EM = 0.08;

/** Likelihood of the alignments that would have put the line visibly elsewhere. */
function misplacement({ odds, align }: Alignment, { shifts, rows: [{ setting }] }: WrappedLayout): number {
  const far = (["left", "center", "right"] as const).filter((a) => Math.abs(shifts[a] - shifts[align]) > SEEN_EM * setting.sizePx);
  return far.reduce((sum, a) => sum + odds[a], 0);
}

/** Where the writing turns round, what hung on the side it began at hangs on the side it begins at now. */
function writtenFrom(before: string, after: string, align: Align): Align {
  if (align === "center" || isRightToLeft(before) === isRightToLeft(after)) return align;
  return align === "left" ? "right" : "left";
}

interface Replacement {
  readonly reconstruction: Reconstruction;
  readonly lines: readonly TextLine[];
  /** Line breaks in it are rows. */
  readonly text: string;
  readonly wish?: LetterWish | undefined;
  /** Of a part of a line: the end at which it meets what stays. */
  readonly hung?: Align | undefined;
  /** Source-sized; 255 = new ink of other lines of the same edit, which this line's old letters may reach into. */
  readonly standing?: Mask | undefined;
  /** The paragraph it flows in has said how it is set. */
  readonly laid?: LaidOut | undefined;
}

/** Where a line of a paragraph that flows anew stands. */
export interface LaidOut {
  readonly layout: WrappedLayout;
  readonly align: Align;
}

/** A line's own place: alignment by what stands around it, width by the free ground. */
function ownLayout(
  context: InstantContext,
  image: RasterImage,
  at: Replacement & { readonly restyled: Restyled },
): LaidOut & { readonly misplaced: number } {
  const { reconstruction, text, wish, restyled } = at;
  const { line, setting } = reconstruction;
  const sameFace = restyled.setting.faceId === setting.faceId;
  const plane = planeIn(context.ruler, reconstruction);
  const inferred = inferAlign(line, at.lines, { image, plane: sameFace && trustsBearings(reconstruction) ? plane : undefined });
  const align = wish?.align ?? at.hung ?? writtenFrom(reconstruction.text, text, inferred.align);
  // What follows others has its place from them; what they follow begins elsewhere now.
  const given = wish?.align !== undefined || at.hung === "left";
  const layout = wrapText(context.ruler, {
    before: { setting, text: reconstruction.text },
    text,
    setting: restyled.setting,
    align,
    room: roomOnPlane(plane, roomAround(image, line, at.lines)),
    byPen: sameFace && alignsByPen(reconstruction, text),
    settle: !restyled.fresh,
    rows: wish?.lines,
    pitchPx: pitchOf(line, at.lines),
    height: line.box.height,
    headroom: headroomOf(image, at),
  });
  return { layout, align, misplaced: given ? 0 : misplacement({ ...inferred, align }, layout) };
}

/** From this growth on letters may come close to the lines above and below. */
const GROWN = 1.02;

/** A grown row moved from the line it came close to, where there is free ground on its other side; else the line that is crowded. */
function keptApart(
  context: InstantContext,
  image: RasterImage,
  at: Replacement & { readonly layout: WrappedLayout },
): { readonly layout: WrappedLayout; readonly crowded?: TextLine } {
  const { layout, reconstruction } = at;
  const { line, setting: old, region } = reconstruction;
  const [row] = layout.rows;
  if (layout.rows.length > 1 || row.setting.sizePx < GROWN * old.sizePx) return { layout };
  const inkOf = (setting: Setting): OrientedBox<"image"> => rowInk(context.ruler, setting, { text: row.text, rect: region.rect });
  const kept = inkOf({ ...row.setting, sizePx: old.sizePx });
  const others = at.lines.filter((other) => other !== line);
  const grown = inkOf(row.setting);
  const crowded = crowdedLines(kept, grown, others);
  if (crowded.length === 0) return { layout };
  const by = wayOut(crowded);
  const { above, below } = headroomOf(image, at)([-grown.width / 2, grown.width / 2]);
  const setting = movedAcross(row.setting, row.setting.angle, by);
  const isFree = by !== 0 && Math.abs(by) <= (by > 0 ? below : above) && crowdedLines(kept, inkOf(setting), others).length === 0;
  if (!isFree) return { layout, crowded: crowded[0].line };
  return { layout: { ...layout, rows: [{ ...row, setting, across: row.across + by }] } };
}

/** Looks for free ground with the old text gone; a row may stand where others of the same edit do not. */
function headroomOf(image: RasterImage, { reconstruction, lines }: Replacement): (span: Span) => Headroom {
  const { line, plate, region, mask } = reconstruction;
  let cleared: RasterImage | undefined;
  return (span) => {
    cleared ??= pasteFloat(image, plate.pixels, { x: region.rect.x, y: region.rect.y, only: mask });
    return headroom(cleared, line.box, { span, others: lines.filter((l) => l !== line), most: 6 * line.box.height });
  };
}

/** Box around boxes, along the axes of the first. */
function around(boxes: readonly OrientedBox<"image">[]): OrientedBox<"image"> {
  const [first] = boxes;
  if (boxes.length === 1) return first;
  const [cos, sin] = [Math.cos(first.angle), Math.sin(first.angle)];
  const ends = boxes.map((b) => {
    const [dx, dy] = [b.cx - first.cx, b.cy - first.cy];
    const [u, v] = [dx * cos + dy * sin, -dx * sin + dy * cos];
    return { u0: u - b.width / 2, u1: u + b.width / 2, v0: v - b.height / 2, v1: v + b.height / 2 };
  });
  const [u0, u1] = [Math.min(...ends.map((e) => e.u0)), Math.max(...ends.map((e) => e.u1))];
  const [v0, v1] = [Math.min(...ends.map((e) => e.v0)), Math.max(...ends.map((e) => e.v1))];
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  return { ...first, cx: first.cx + u * cos - v * sin, cy: first.cy + u * sin + v * cos, width: u1 - u0, height: v1 - v0 };
}

function joined(masks: readonly Mask[]): Mask {
  const [first] = masks;
  if (masks.length === 1) return first;
  const out = createMask(first.width, first.height);
  for (const mask of masks) for (let i = 0; i < out.data.length; i++) out.data[i] |= mask.data[i];
  return out;
}

/** One paint for all rows: colours of characters one after the other. */
function joinedPaint(rows: readonly LaidRow[]): Paint {
  const [{ paint }] = rows;
  if (paint.kind !== "perCharacter") return paint;
  return { ...paint, colours: rows.flatMap((row) => (row.paint.kind === "perCharacter" ? row.paint.colours : [])) };
}

function laidRows(
  context: InstantContext,
  image: RasterImage,
  at: Replacement & { layout: WrappedLayout; restyled: Restyled; shadow: Shadow | undefined },
): readonly LaidRow[] {
  const laid: LaidRow[] = [];
  const texts = at.layout.rows.map((row) => row.text);
  for (const [index, row] of at.layout.rows.entries()) {
    const { reconstruction, restyled, shadow, wish, standing } = at;
    laid.push(
      layRow(context, laid[index - 1]?.image ?? image, { reconstruction, row, rows: texts, index, restyled, shadow, wish, standing }),
    );
  }
  return laid;
}

/**
 * Sets another string in a reconstructed line's type and lays it over the plate, in rows where it asks for them or the place does. What is outside
 * the mask equals the source bit for bit. `undefined` where no face can set the string. An empty string only erases.
 */
export function replaceLine(context: InstantContext, image: RasterImage, at: Replacement): ReplacedLine | undefined {
  const { reconstruction, text, wish } = at;
  const { setting } = reconstruction;
  const face = reconstruction.candidates[0].face;
  const restyled = restyle(context.fonts, { setting, face, outline: reconstruction.outline, text: text.replace(/\s+/g, " "), wish });
  if (!restyled) return undefined;
  const { align, misplaced, ...own } = at.laid ? { ...at.laid, misplaced: 0 } : ownLayout(context, image, { ...at, restyled });
  const { layout, crowded } = at.laid ? { layout: own.layout } : keptApart(context, image, { ...at, layout: own.layout });
  const shadow = scaledShadow(reconstruction, wish, layout.rows[0].setting.sizePx);
  const rows = laidRows(context, image, { ...at, layout, restyled, shadow });
  const [first] = rows;
  const ink = around(rows.map((row) => row.ink));
  return {
    image: rows[rows.length - 1].image,
    mask: joined(rows.map((row) => row.mask)),
    painted: joined(rows.map((row) => row.painted)),
    letters: joined(rows.map((row) => row.letters)),
    rows: rows.map((row, i) => ({ text: layout.rows[i].text, setting: row.setting, box: roomy(row.ink) })),
    ...(rows.length > 1 ? { pitchPx: layout.pitchPx } : {}),
    setting: first.setting,
    paint: joinedPaint(rows),
    shadow,
    restyled,
    align,
    misplaced,
    refit: layout.refit,
    coloursGuessed: isGuessed(reconstruction.paint, { before: reconstruction.text, after: text, wish }),
    gapKerning: {
      before: gapKerning(context.ruler, setting, reconstruction.text),
      after: layout.rows.reduce((sum, row) => sum + gapKerning(context.ruler, row.setting, row.text), 0),
    },
    origin: first.origin,
    shift: first.shift,
    ink,
    box: roomy(ink),
    crowded,
    warnings: [...restyled.warnings, ...layout.warnings],
  };
}
