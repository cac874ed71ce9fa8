import type { TextReport } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { boundsOf, type OrientedBox, quadOf, type Rect } from "../../protocol/geometry.ts";
import type { Operation, Where } from "../../protocol/plan.ts";
import type { FontFace, FontLibrary, ImagingPorts } from "../ports.ts";
import { luma, parseHex, type Rgb } from "../raster/colour.ts";
import { cropFloat, growRect, pasteFloat } from "../raster/crop.ts";
import { createMask, type Mask, type RasterImage } from "../raster/raster.ts";
import { recogniseAt } from "../text/find/read-line.ts";
import { needsHan } from "../text/fit/candidates.ts";
import type { Outline } from "../text/fit/outline.ts";
import type { Paint } from "../text/fit/paint.ts";
import { lineFrame } from "../text/frame.ts";
import type { Ruler, Setting } from "../text/setting.ts";
import type { TextLine } from "../text/types.ts";
import { paintLayers } from "../text/typeset/layers.ts";
import { drawLine, type InstantContext, lineLayers } from "./reconstruct.ts";
import { fillOf } from "./report.ts";
import { nearestWeight } from "./wish.ts";

export interface AddRequest {
  readonly ports: ImagingPorts;
  readonly context: InstantContext;
  readonly lines: readonly TextLine[];
  readonly operation: Operation;
  readonly region: Rect<"image"> | undefined;
  readonly state: {
    image: RasterImage;
    readonly mask: Mask;
    readonly texts: TextReport[];
    readonly reasons: string[];
    readonly warnings: string[];
  };
}

/** Size of added text as a share of the picture's shorter side, and the margin it keeps. */
const SIZE = 0.075;
const MARGIN = 0.06;

function faceFor(fonts: FontLibrary, text: string, wanted: string | undefined): FontFace | undefined {
  const name = (s: string) => s.replace(/[\s-]/g, "").toLowerCase();
  const able = fonts.faces().filter((f) => (!needsHan(text) || f.scripts.includes("han")) && fonts.covers(f.id, text));
  return (
    able.find((f) => wanted !== undefined && name(f.family) === name(wanted)) ??
    able.find((f) => ["grotesque", "humanist", "geometric"].includes(f.category)) ??
    able[0]
  );
}

/** Middle of the text for each of the nine places, or of the region drawn. */
function placeOf(where: Where, at: { image: RasterImage; width: number; height: number }): { x: number; y: number } {
  const margin = MARGIN * Math.min(at.image.width, at.image.height);
  const x = where.includes("left")
    ? margin + at.width / 2
    : where.includes("right")
      ? at.image.width - margin - at.width / 2
      : at.image.width / 2;
  const y = where.includes("top")
    ? margin + at.height / 2
    : where.includes("bottom")
      ? at.image.height - margin - at.height / 2
      : at.image.height / 2;
  return { x, y };
}

const overlaps = (a: Rect<"image">, line: TextLine): boolean => {
  const b = boundsOf<"image">(line.quad);
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
};

/** Moves the place up or down, away from text that is there, as far as a third of the picture. */
function cleared(
  place: { x: number; y: number },
  at: { lines: readonly TextLine[]; width: number; height: number; image: RasterImage; down: boolean },
): { x: number; y: number } | undefined {
  for (let step = 0; step < 40; step++) {
    const y = place.y + (at.down ? 1 : -1) * step * 0.25 * at.height;
    if (y - at.height / 2 < 0 || y + at.height / 2 > at.image.height) break;
    const rect = { x: place.x - at.width / 2, y: y - at.height / 2, width: at.width, height: at.height };
    if (!at.lines.some((l) => overlaps(rect, l))) return { x: place.x, y };
  }
  return undefined;
}

/** White or near-black, whichever stands off the ground. */
function readable(image: RasterImage, rect: Rect<"image">): Rgb {
  const ground = cropFloat(image, rect);
  let sum = 0;
  for (let i = 0; i < ground.data.length; i += 3) sum += luma(ground.data[i], ground.data[i + 1], ground.data[i + 2]);
  return sum / (ground.data.length / 3) > 140 ? [26, 26, 26] : [255, 255, 255];
}

function settingFor(
  ruler: Ruler,
  face: FontFace,
  at: { operation: Operation; image: RasterImage; text: string; region: Rect<"image"> | undefined },
): Setting {
  const { style } = at.operation;
  const shorter = Math.min(at.image.width, at.image.height);
  const asked = style?.size ?? SIZE * shorter * (style?.sizeFactor ?? 1);
  const setting: Setting = {
    faceId: face.id,
    weight: nearestWeight(face, style?.weight ?? 600),
    italic: (style?.italic ?? false) && face.italic,
    sizePx: asked,
    tracking: 0,
    wordGap: 0,
    condense: 1,
    slant: style?.italic && !face.italic ? 0.2 : 0,
    angle: 0,
    x: 0,
    y: 0,
    softness: 0,
  };
  const m = ruler.metrics(setting, at.text);
  const widest = at.region ? at.region.width : at.image.width * (1 - 2 * MARGIN);
  const tallest = at.region ? at.region.height : at.image.height * (1 - 2 * MARGIN);
  const fits = Math.min(1, widest / ((m.right - m.left) * asked), tallest / ((m.bottom - m.top) * asked));
  return { ...setting, sizePx: asked * fits };
}

interface Placement {
  readonly setting: Setting;
  readonly box: OrientedBox<"image">;
  readonly crowded: boolean;
}

function placed(request: AddRequest, start: Setting, text: string): Placement {
  const { operation, region, state } = request;
  const m = request.context.ruler.metrics(start, text);
  const width = (m.right - m.left) * start.sizePx;
  const height = (m.bottom - m.top) * start.sizePx;
  const where = operation.where ?? "center";
  const wanted = region
    ? { x: region.x + region.width / 2, y: region.y + region.height / 2 }
    : placeOf(where, { image: state.image, width, height });
  const free = region
    ? wanted
    : cleared(wanted, { lines: request.lines, width, height, image: state.image, down: !where.includes("bottom") });
  const at = free ?? wanted;
  const x = at.x - ((m.left + m.right) / 2 - m.advance / 2) * start.sizePx;
  const y = at.y - ((m.top + m.bottom) / 2) * start.sizePx;
  const margin = 0.18 * height;
  return {
    setting: { ...start, x, y },
    box: { cx: at.x, cy: at.y, width: width + 2 * margin, height: height + 2 * margin, angle: 0 },
    crowded: free === undefined,
  };
}

/** Sets a new string where the person said (or in the middle), clear of text that is there, readable on its ground. */
export async function addText(request: AddRequest): Promise<Result<void>> {
  const { context, state, operation, ports } = request;
  const text = operation.text?.to;
  if (text === undefined || text.trim() === "") {
    return err(
      emendError("instruction_unclear", "What the new text should read is missing.", {
        stage: "understand",
        help: "Put the words in quotes, for example: add “SALE” at the top.",
      }),
    );
  }
  const face = faceFor(context.fonts, text, operation.style?.font);
  if (!face)
    return err(
      emendError("engine_failed", `No font in the library has all the characters of “${text}”.`, {
        stage: "typeset",
        help: "Install a font that has them, or change the wording.",
      }),
    );
  await context.fonts.prepare([face.id], text);
  const start = settingFor(context.ruler, face, { operation, image: state.image, text, region: request.region });
  const { setting, box, crowded } = placed(request, start, text);
  if (crowded) state.warnings.push(`There was no free place for “${text}”; it lies over other text.`);
  const outline: Outline | undefined = operation.style?.outline && {
    colour: parseHex(operation.style.outline.colour) ?? [0, 0, 0],
    widthPx: operation.style.outline.widthPx ?? Math.max(1.5, setting.sizePx * 0.05),
  };
  const rect = growRect(boundsOf<"image">(quadOf(box)), 4 + (outline?.widthPx ?? 0), state.image);
  const local = { ...setting, x: setting.x - rect.x, y: setting.y - rect.y };
  const drawn = drawLine(context.ruler, local, { text, outline, size: rect });
  const paint = paintOf(operation, { box, ground: readable(state.image, rect) });
  const frame = lineFrame(box, rect);
  const pixels = paintLayers(cropFloat(state.image, rect), lineLayers({ ...drawn, outline, shadow: undefined, paint, frame }));
  const painted = drawn.outlined ?? drawn.coverage;
  const mask = createMask(rect.width, rect.height);
  for (let i = 0; i < mask.data.length; i++) if (painted.data[i] > 0.004) mask.data[i] = 255;
  state.image = pasteFloat(state.image, pixels, { x: rect.x, y: rect.y, only: mask });
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++)
      if (mask.data[y * rect.width + x] !== 0) state.mask.data[(y + rect.y) * state.mask.width + x + rect.x] = 255;
  }
  const read = await context.clock.time("judge", () =>
    recogniseAt(state.image, { box, vertical: false }, { ocr: ports.ocr, signal: context.signal }),
  );
  state.texts.push({
    original: "",
    wanted: text,
    readBack: read.string,
    quad: [...quadOf(box)] as TextReport["quad"],
    reconstruction: 1,
    style: {
      family: face.family,
      weight: setting.weight,
      italic: setting.italic,
      sizePx: setting.sizePx,
      trackingPx: 0,
      condense: 1,
      slant: setting.slant,
      angle: 0,
      align: operation.style?.align ?? "center",
      fill: fillOf(paint),
      opacity: 1,
      candidates: [{ family: face.family, weight: setting.weight, similarity: 1 }],
    },
  });
  return ok(undefined);
}

function paintOf(operation: Operation, at: { box: OrientedBox<"image">; ground: Rgb }): Paint {
  const { style } = operation;
  if (style?.gradient) {
    return {
      kind: "stops",
      axis: "v",
      from: -at.box.height / 2,
      to: at.box.height / 2,
      stops: style.gradient.map((c) => parseHex(c) ?? at.ground),
    };
  }
  return { kind: "solid", colour: (style?.colour && parseHex(style.colour)) || at.ground };
}
