import { boundsOf, type OrientedBox, type Point, quadOf, type Rect, union } from "../../protocol/geometry.ts";
import { cropFloat, growRect, markMask, pasteFloat } from "../raster/crop.ts";
import { createMask, type FloatImage, type Mask, type Plane, type RasterImage } from "../raster/raster.ts";
import type { Paint } from "../text/fit/paint.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import { inkExtent } from "../text/fit/shape.ts";
import { type LineFrame, lineFrame } from "../text/frame.ts";
import { penPositions } from "../text/pens.ts";
import { STRAIGHT_ON, seenAt } from "../text/perspective.ts";
import type { Ruler } from "../text/ruler.ts";
import { type Setting, seenAlong } from "../text/setting.ts";
import { settingCoverage } from "../text/setting-coverage.ts";
import { bled, bledMask } from "../text/typeset/bled.ts";
import { keptCharacters, type Stretch, stillStretches } from "../text/typeset/keep.ts";
import { type Layer, paintLayers } from "../text/typeset/layers.ts";
import type { Row } from "../text/typeset/wrap.ts";
import { drawLine, lineLayers } from "./draw-line.ts";
import type { InstantContext, Reconstruction } from "./reconstruct.ts";
import { changesLook, edgesOf, type LetterWish, type Restyled, repaint, shadowReach } from "./wish.ts";

/** One row laid over the picture. */
export interface LaidRow {
  readonly image: RasterImage;
  /** Source-sized; 255 = touched. */
  readonly mask: Mask;
  /** Source-sized; 255 = where the row's own ink lies. */
  readonly painted: Mask;
  /** The same without a shadow or glow. */
  readonly letters: Mask;
  readonly setting: Setting;
  readonly paint: Paint;
  /** Where the pen starts on the baseline, image pixels. */
  readonly origin: Point<"image">;
  /** The baseline's middle off the paint's own zero. */
  readonly shift: { readonly u: number; readonly v: number };
  /** Tight around the row's ink. */
  readonly ink: OrientedBox<"image">;
}

interface Stage2 {
  readonly rect: Rect<"image">;
  readonly frame: LineFrame;
  /** Settings in the pixels of the wider region. */
  readonly before: Setting;
  readonly after: Setting;
}

const shift = (setting: Setting, from: Rect<"image">, to: Rect<"image">): Setting => ({
  ...setting,
  x: setting.x + from.x - to.x,
  y: setting.y + from.y - to.y,
});

/** Oriented box tight around a string's ink, set in the pixels of `rect`; in the picture's. */
export function rowInk(ruler: Ruler, setting: Setting, at: { text: string; rect: Rect<"image"> }): OrientedBox<"image"> {
  const m = ruler.metrics(setting, at.text);
  const wide = setting.sizePx * setting.condense;
  const ends = [m.left, m.right].map((x) => (x - m.advance / 2) * wide);
  const corners = ends.flatMap((u) =>
    [m.top, m.bottom].map((y) => seenAt(setting.perspective ?? STRAIGHT_ON, { u, v: y * setting.sizePx })),
  );
  const [us, vs] = [corners.map((c) => c.u), corners.map((c) => c.v)];
  const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)];
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  const [cos, sin] = [Math.cos(setting.angle), Math.sin(setting.angle)];
  return {
    cx: at.rect.x + setting.x + u * cos - v * sin,
    cy: at.rect.y + setting.y + u * sin + v * cos,
    width: u1 - u0,
    height: v1 - v0,
    angle: setting.angle,
  };
}

/** A box moved across its own direction. */
const below = (box: OrientedBox<"image">, across: number): OrientedBox<"image"> => ({
  ...box,
  cx: box.cx - Math.sin(box.angle) * across,
  cy: box.cy + Math.cos(box.angle) * across,
});

/** With the room around it that reading wants. */
export function roomy(ink: OrientedBox<"image">): OrientedBox<"image"> {
  const margin = 0.18 * ink.height;
  return { ...ink, width: ink.width + 2 * margin, height: ink.height + 2 * margin };
}

function widened(
  image: RasterImage,
  at: { reconstruction: Reconstruction; row: Row; box: OrientedBox<"image">; beyondPx: number },
): Stage2 {
  const { region, line, setting } = at.reconstruction;
  const after = at.row.setting;
  const grown = growRect(boundsOf<"image">(quadOf(at.box)), 4 + at.beyondPx + 3 * after.softness, image);
  const rect = union(region.rect, grown);
  return {
    rect,
    frame: lineFrame(below(line.box, at.row.across), rect, line.vertical),
    before: shift(setting, region.rect, rect),
    after: shift(after, region.rect, rect),
  };
}

/** Ink of either string per whole pixel along the line. */
function inkProfile(frame: LineFrame, planes: readonly Plane[]): (u: number) => number {
  const reach = Math.ceil(Math.hypot(frame.width, frame.height));
  const bins = new Float32Array(2 * reach + 1);
  for (const plane of planes) {
    for (let i = 0; i < plane.data.length; i++) if (plane.data[i] > 0.04) bins[Math.round(frame.u[i]) + reach] += plane.data[i];
  }
  return (u) => bins[Math.round(u) + reach] ?? 0;
}

/** Where characters neither change nor move, as `u` in the line's frame. Nothing where looks change or the line was not understood well. */
function untouched(
  context: InstantContext,
  stage: Stage2,
  at: { before: string; after: string; fresh: boolean; coverages: readonly Plane[] },
): readonly Stretch[] {
  if (at.fresh) return [];
  const { ruler } = context;
  const off = (s: Setting) => (s.x - stage.frame.cx) * Math.cos(s.angle) + (s.y - stage.frame.cy) * Math.sin(s.angle);
  const pens = {
    before: penPositions(ruler, stage.before, at.before).map((p) => seenAlong(stage.before, p) + off(stage.before)),
    after: penPositions(ruler, stage.after, at.after).map((p) => seenAlong(stage.after, p) + off(stage.after)),
  };
  return stillStretches(keptCharacters(at.before, at.after), pens, {
    inkAt: inkProfile(stage.frame, at.coverages),
    sizePx: stage.after.sizePx,
  });
}

const within = (stretches: readonly Stretch[], u: number): boolean => stretches.some((s) => u >= s.from && u <= s.to);

/** Where layers can be seen. */
function paintedMask({ rect }: Stage2, layers: readonly Layer[]): Mask {
  const out = createMask(rect.width, rect.height);
  for (const { coverage, opacity } of layers) {
    for (let i = 0; i < out.data.length; i++) if (coverage.data[i] * opacity > 0.004) out.data[i] = 255;
  }
  return out;
}

/**
 * Old text's mask, while it still stands, moved into the wider region, without what stays and without what other lines of the same
 * edit have just painted, joined with where the new text paints.
 */
function touchedMask(
  image: RasterImage,
  stage: Stage2,
  at: { reconstruction: Reconstruction; erased: boolean; painted: Mask; still: readonly Stretch[]; standing: Mask | undefined },
): Mask {
  const { region, mask } = at.reconstruction;
  const stands = (x: number, y: number): boolean => at.standing?.data[(y + stage.rect.y) * image.width + x + stage.rect.x] === 255;
  const out = createMask(stage.rect.width, stage.rect.height);
  for (let y = 0; y < stage.rect.height; y++) {
    for (let x = 0; x < stage.rect.width; x++) {
      const i = y * stage.rect.width + x;
      const ox = x + stage.rect.x - region.rect.x;
      const oy = y + stage.rect.y - region.rect.y;
      const inside = !at.erased && ox >= 0 && oy >= 0 && ox < region.rect.width && oy < region.rect.height;
      const old = inside && mask.data[oy * region.rect.width + ox] !== 0 && !stands(x, y);
      if ((old || at.painted.data[i] !== 0) && !within(at.still, stage.frame.u[i])) out.data[i] = 255;
    }
  }
  return out;
}

/** The wider region's ground: the plate where the old text stands, the picture as it is now elsewhere. */
function ground(image: RasterImage, stage: Stage2, { region, plate, mask }: Reconstruction): FloatImage {
  const out = cropFloat(image, stage.rect);
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    const [x, y] = [i % region.rect.width, Math.floor(i / region.rect.width)];
    const to = ((y + region.rect.y - stage.rect.y) * stage.rect.width + x + region.rect.x - stage.rect.x) * 3;
    for (let c = 0; c < 3; c++) out.data[to + c] = plate.pixels.data[i * 3 + c];
  }
  return out;
}

function paintFor(ruler: Ruler, stage: Stage2, at: RowRequest & { readonly old: Plane; readonly coverage: Plane }): Paint {
  const { text } = at.row;
  const middle =
    (stage.after.x - stage.frame.cx) * Math.cos(stage.after.angle) + (stage.after.y - stage.frame.cy) * Math.sin(stage.after.angle);
  const pens = penPositions(ruler, stage.after, text).map((p) => seenAlong(stage.after, p) + middle);
  const extent = inkExtent(at.coverage, stage.frame, 0) ?? { u0: -1, u1: 1, v0: -1, v1: 1 };
  const { line } = at.reconstruction;
  const before = inkExtent(at.old, at.row.across === 0 ? stage.frame : lineFrame(line.box, stage.rect, line.vertical), 0) ?? extent;
  const edges = edgesOf(text, pens);
  const paint = repaint(at.reconstruction.paint, {
    wish: at.wish,
    before: at.reconstruction.text,
    after: at.rows.join(""),
    edges,
    ends: { u: [extent.u0, extent.u1], v: [extent.v0, extent.v1] },
    span: [before.u0, before.u1],
  });
  if (paint.kind !== "perCharacter") return paint;
  const first = lettersIn(at.rows.slice(0, at.index).join(""));
  return { ...paint, edges, colours: paint.colours.slice(first, first + lettersIn(text)) };
}

const lettersIn = (text: string): number => [...text.replace(/\s/g, "")].length;

/** Where the new string hangs: its pen's start in the picture, and its baseline's middle in the line's frame. */
function anchors(ruler: Ruler, { rect, frame, after }: Stage2, text: string): Pick<LaidRow, "origin" | "shift"> {
  const half = -seenAlong(after, (-ruler.metrics(after, text).advance * after.sizePx * after.condense) / 2);
  const origin = { x: rect.x + after.x - Math.cos(after.angle) * half, y: rect.y + after.y - Math.sin(after.angle) * half };
  const [cos, sin] = [Math.cos(frame.angle), Math.sin(frame.angle)];
  const [dx, dy] = [after.x - frame.cx, after.y - frame.cy];
  return { origin, shift: { u: dx * cos + dy * sin, v: -dx * sin + dy * cos } };
}

export interface RowRequest {
  readonly reconstruction: Reconstruction;
  readonly row: Row;
  /** All rows of the string, and which of them this is. */
  readonly rows: readonly string[];
  readonly index: number;
  readonly restyled: Restyled;
  readonly shadow: Shadow | undefined;
  readonly wish: LetterWish | undefined;
  /** As `replaceLine` takes it. */
  readonly standing: Mask | undefined;
}

/** What of the old line stays as it is; nothing where the string is broken. */
function stillOf(
  context: InstantContext,
  stage: Stage2,
  at: RowRequest & { readonly old: Plane; readonly drawn: Plane },
): readonly Stretch[] {
  if (at.rows.length > 1) return [];
  return untouched(context, stage, {
    before: at.reconstruction.text,
    after: at.row.text,
    fresh: at.restyled.fresh || changesLook(at.wish),
    coverages: [at.old, at.drawn],
  });
}

/**
 * Lays one row of the new string over the picture; the first also takes the old string away. What is outside the mask equals `image` bit for bit.
 */
export function layRow(context: InstantContext, image: RasterImage, at: RowRequest): LaidRow {
  const { reconstruction, row, restyled, shadow } = at;
  const erased = at.index > 0;
  const ink = rowInk(context.ruler, row.setting, { text: row.text, rect: reconstruction.region.rect });
  const beyond = (restyled.outline?.widthPx ?? 0) + shadowReach(shadow);
  const stage = widened(image, { reconstruction, row, box: roomy(ink), beyondPx: beyond });
  const size = { width: stage.rect.width, height: stage.rect.height };
  const drawn = drawLine(context.ruler, stage.after, { text: row.text, outline: restyled.outline, size });
  const old = settingCoverage(context.ruler, stage.before, { text: reconstruction.text, target: size });
  const still = stillOf(context, stage, { ...at, old, drawn: drawn.outlined ?? drawn.coverage });
  const paint = paintFor(context.ruler, stage, { ...at, old, coverage: drawn.coverage });
  const layers = lineLayers({ ...drawn, outline: restyled.outline, shadow, paint, frame: stage.frame });
  const inked = paintedMask(stage, layers);
  const painted = paint.half ? bledMask(inked) : inked;
  const mask = touchedMask(image, stage, { reconstruction, erased, painted, still, standing: at.standing });
  const letters = shadow
    ? paintedMask(stage, lineLayers({ ...drawn, outline: restyled.outline, shadow: undefined, paint, frame: stage.frame }))
    : inked;
  const under = erased ? cropFloat(image, stage.rect) : ground(image, stage, reconstruction);
  const over = paintLayers(under, layers);
  const inPicture = (part: Mask): Mask => {
    const full = createMask(image.width, image.height);
    markMask(full, part, stage.rect);
    return full;
  };
  return {
    image: pasteFloat(image, paint.half ? bled(under, over, stage.rect) : over, { x: stage.rect.x, y: stage.rect.y, only: mask }),
    mask: inPicture(mask),
    painted: inPicture(inked),
    letters: inPicture(letters),
    setting: shift(stage.after, stage.rect, { x: 0, y: 0, width: 0, height: 0 }),
    paint,
    ...anchors(context.ruler, stage, row.text),
    ink,
  };
}
