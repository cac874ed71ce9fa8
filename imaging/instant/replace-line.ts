import { boundsOf, type OrientedBox, type Point, quadOf, type Rect, union } from "../../protocol/geometry.ts";
import type { StyleWish } from "../../protocol/plan.ts";
import { cropFloat, growRect, markMask, pasteFloat } from "../raster/crop.ts";
import { createMask, type FloatImage, type Mask, type Plane, type RasterImage } from "../raster/raster.ts";
import type { Paint } from "../text/fit/paint.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import { inkExtent } from "../text/fit/shape.ts";
import { type LineFrame, lineFrame } from "../text/frame.ts";
import { STRAIGHT_ON, seenAt } from "../text/perspective.ts";
import { penPositions, type Ruler, type Setting, seenAlong, settingCoverage } from "../text/setting.ts";
import type { TextLine } from "../text/types.ts";
import { type Align, type Alignment, inferAlign } from "../text/typeset/align.ts";
import { keptCharacters, type Stretch, stillStretches } from "../text/typeset/keep.ts";
import { type Layer, paintLayers } from "../text/typeset/layers.ts";
import { type Layout, layoutText } from "../text/typeset/layout.ts";
import { type LinePlane, planeOfSetting } from "../text/typeset/line-plane.ts";
import { roomAround } from "../text/typeset/room.ts";
import { drawLine, type InstantContext, lineLayers, type Reconstruction } from "./reconstruct.ts";
import { changesLook, edgesOf, type Restyled, repaint, restyle, shadowFor, shadowReach } from "./wish.ts";

/** One line after the edit: new pixels, where they are, and how the new string is set. */
export interface ReplacedLine {
  readonly image: RasterImage;
  /** Source-sized; 255 = touched. */
  readonly mask: Mask;
  readonly setting: Setting;
  readonly paint: Paint;
  readonly shadow: Shadow | undefined;
  readonly restyled: Restyled;
  readonly align: Align;
  /** Likelihood that another alignment was meant that would place the string visibly elsewhere, 0–1. */
  readonly misplaced: number;
  /** Where the pen starts on the baseline, image pixels. */
  readonly origin: Point<"image">;
  /** The baseline's middle off the paint's own zero. */
  readonly shift: { readonly u: number; readonly v: number };
  /** Tight around the new string's ink. */
  readonly ink: OrientedBox<"image">;
  /** Around the new string, for reading it back. */
  readonly box: OrientedBox<"image">;
  readonly warnings: readonly string[];
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

/** Oriented box around a string so set, with the margin that readers expect. */
function inkOf(ruler: Ruler, setting: Setting, at: { text: string; rect: Rect<"image"> }): OrientedBox<"image"> {
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

/** With the room around it that reading wants. */
function roomy(ink: OrientedBox<"image">): OrientedBox<"image"> {
  const margin = 0.18 * ink.height;
  return { ...ink, width: ink.width + 2 * margin, height: ink.height + 2 * margin };
}

function widened(
  image: RasterImage,
  at: { reconstruction: Reconstruction; after: Setting; box: OrientedBox<"image">; beyondPx: number },
): Stage2 {
  const { region, line, setting } = at.reconstruction;
  const grown = growRect(boundsOf<"image">(quadOf(at.box)), 4 + at.beyondPx + 3 * at.after.softness, image);
  const rect = union(region.rect, grown);
  return {
    rect,
    frame: lineFrame(line.box, rect, line.vertical),
    before: shift(setting, region.rect, rect),
    after: shift(at.after, region.rect, rect),
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

/** Old text's mask moved into the wider region, without what stays, joined with where the new text paints. */
function touchedMask(stage: Stage2, at: { reconstruction: Reconstruction; layers: readonly Layer[]; still: readonly Stretch[] }): Mask {
  const { region, mask } = at.reconstruction;
  const out = createMask(stage.rect.width, stage.rect.height);
  for (let y = 0; y < stage.rect.height; y++) {
    for (let x = 0; x < stage.rect.width; x++) {
      const i = y * stage.rect.width + x;
      const ox = x + stage.rect.x - region.rect.x;
      const oy = y + stage.rect.y - region.rect.y;
      const inside = ox >= 0 && oy >= 0 && ox < region.rect.width && oy < region.rect.height;
      const old = inside && mask.data[oy * region.rect.width + ox] !== 0;
      if ((old || at.layers.some((l) => l.coverage.data[i] * l.opacity > 0.004)) && !within(at.still, stage.frame.u[i])) out.data[i] = 255;
    }
  }
  return out;
}

/** The wider region's ground: the plate where there is one, the source elsewhere. */
function ground(image: RasterImage, stage: Stage2, { region, plate }: Reconstruction): FloatImage {
  const out = cropFloat(image, stage.rect);
  for (let y = 0; y < region.rect.height; y++) {
    const from = y * region.rect.width * 3;
    const to = ((y + region.rect.y - stage.rect.y) * stage.rect.width + region.rect.x - stage.rect.x) * 3;
    out.data.set(plate.pixels.data.subarray(from, from + region.rect.width * 3), to);
  }
  return out;
}

function paintFor(
  ruler: Ruler,
  stage: Stage2,
  at: { reconstruction: Reconstruction; text: string; wish: StyleWish | undefined; old: Plane; coverage: Plane },
): Paint {
  const middle =
    (stage.after.x - stage.frame.cx) * Math.cos(stage.after.angle) + (stage.after.y - stage.frame.cy) * Math.sin(stage.after.angle);
  const pens = penPositions(ruler, stage.after, at.text).map((p) => seenAlong(stage.after, p) + middle);
  const extent = inkExtent(at.coverage, stage.frame, 0) ?? { u0: -1, u1: 1, v0: -1, v1: 1 };
  const before = inkExtent(at.old, stage.frame, 0) ?? extent;
  return repaint(at.reconstruction.paint, {
    wish: at.wish,
    before: at.reconstruction.text,
    after: at.text,
    edges: edgesOf(at.text, pens),
    ends: { u: [extent.u0, extent.u1], v: [extent.v0, extent.v1] },
    span: [before.u0, before.u1],
  });
}

/** Where the new string hangs: its pen's start in the picture, and its baseline's middle in the line's frame. */
function anchors(ruler: Ruler, { rect, frame, after }: Stage2, text: string): Pick<ReplacedLine, "origin" | "shift"> {
  const half = -seenAlong(after, (-ruler.metrics(after, text).advance * after.sizePx * after.condense) / 2);
  const origin = { x: rect.x + after.x - Math.cos(after.angle) * half, y: rect.y + after.y - Math.sin(after.angle) * half };
  const [cos, sin] = [Math.cos(frame.angle), Math.sin(frame.angle)];
  const [dx, dy] = [after.x - frame.cx, after.y - frame.cy];
  return { origin, shift: { u: dx * cos + dy * sin, v: -dx * sin + dy * cos } };
}

/** The original's shadow in proportion to the new size, or what was wished. */
function scaledShadow({ shadow, setting }: Reconstruction, wish: StyleWish | undefined, sizePx: number): Shadow | undefined {
  const k = sizePx / setting.sizePx;
  return shadowFor(shadow && { ...shadow, dx: shadow.dx * k, dy: shadow.dy * k, blurPx: shadow.blurPx * k }, wish, sizePx);
}

/** Overlap of the fit from which the face's own bearings are trusted. */
const TRUSTED = 0.75;

/** The plane of the original as it was fitted, in the picture's pixels. */
const planeIn = (ruler: Ruler, { setting, region, text }: Reconstruction): LinePlane =>
  planeOfSetting(ruler, shift(setting, region.rect, { x: 0, y: 0, width: 0, height: 0 }), text);

/** Distance off its place at which a line looks misplaced, em. */
const SEEN_EM = 0.08;

/** Likelihood of the alignments that would have put the line visibly elsewhere. */
function misplacement({ odds, align }: Alignment, { shifts, setting }: Layout): number {
  const far = (["left", "center", "right"] as const).filter((a) => Math.abs(shifts[a] - shifts[align]) > SEEN_EM * setting.sizePx);
  return far.reduce((sum, a) => sum + odds[a], 0);
}

/**
 * Sets another string in a reconstructed line's type and lays it over the plate. What is outside the mask equals the source
 * bit for bit. `undefined` where no face can set the string. An empty string only erases.
 */
export function replaceLine(
  context: InstantContext,
  image: RasterImage,
  at: {
    readonly reconstruction: Reconstruction;
    readonly lines: readonly TextLine[];
    readonly text: string;
    readonly wish?: StyleWish | undefined;
  },
): ReplacedLine | undefined {
  const { reconstruction, text, wish } = at;
  const { line, setting } = reconstruction;
  const face = reconstruction.candidates[0].face;
  const restyled = restyle(context.fonts, { setting, face, outline: reconstruction.outline, text, wish });
  if (!restyled) return undefined;
  const byPen = restyled.setting.faceId === setting.faceId && reconstruction.candidates[0].similarity > TRUSTED;
  const inferred = inferAlign(line, at.lines, { image, plane: byPen ? planeIn(context.ruler, reconstruction) : undefined });
  const align = wish?.align ?? inferred.align;
  const layout = layoutText(context.ruler, {
    before: { setting, text: reconstruction.text },
    text,
    setting: restyled.setting,
    align,
    room: roomAround(image, line, at.lines),
    byPen,
    settle: !restyled.fresh,
  });
  const ink = inkOf(context.ruler, layout.setting, { text, rect: reconstruction.region.rect });
  const box = roomy(ink);
  const shadow = scaledShadow(reconstruction, wish, layout.setting.sizePx);
  const beyond = (restyled.outline?.widthPx ?? 0) + shadowReach(shadow);
  const stage = widened(image, { reconstruction, after: layout.setting, box, beyondPx: beyond });
  const size = { width: stage.rect.width, height: stage.rect.height };
  const drawn = drawLine(context.ruler, stage.after, { text, outline: restyled.outline, size });
  const old = settingCoverage(context.ruler, stage.before, { text: reconstruction.text, target: size });
  const still = untouched(context, stage, {
    before: reconstruction.text,
    after: text,
    fresh: restyled.fresh || changesLook(wish),
    coverages: [old, drawn.outlined ?? drawn.coverage],
  });
  const paint = paintFor(context.ruler, stage, { reconstruction, text, wish, old, coverage: drawn.coverage });
  const layers = lineLayers({ ...drawn, outline: restyled.outline, shadow, paint, frame: stage.frame });
  const mask = touchedMask(stage, { reconstruction, layers, still });
  const pixels = paintLayers(ground(image, stage, reconstruction), layers);
  const full = createMask(image.width, image.height);
  markMask(full, mask, stage.rect);
  return {
    image: pasteFloat(image, pixels, { x: stage.rect.x, y: stage.rect.y, only: mask }),
    mask: full,
    setting: shift(stage.after, stage.rect, { x: 0, y: 0, width: 0, height: 0 }),
    paint,
    shadow,
    restyled,
    align,
    misplaced: wish?.align ? 0 : misplacement(inferred, layout),
    ...anchors(context.ruler, stage, text),
    ink,
    box,
    warnings: [...restyled.warnings, ...layout.warnings],
  };
}
