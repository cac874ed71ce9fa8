import type { TextReport } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { boundsOf, type OrientedBox, type Point, quadOf, type Rect } from "../../protocol/geometry.ts";
import type { Operation, Where } from "../../protocol/plan.ts";
import type { FontFace, FontLibrary, ImagingPorts } from "../ports.ts";
import { luma, parseHex, type Rgb } from "../raster/colour.ts";
import { cropFloat, growRect, markMask, pasteFloat } from "../raster/crop.ts";
import { createMask, type Mask, type RasterImage } from "../raster/raster.ts";
import { recogniseAt } from "../text/find/read-line.ts";
import { usableFaces } from "../text/fit/candidates.ts";
import { evenStops, type Paint } from "../text/fit/paint.ts";
import { lineFrame } from "../text/frame.ts";
import type { Ruler, Setting } from "../text/setting.ts";
import type { TextLine } from "../text/types.ts";
import { paintLayers } from "../text/typeset/layers.ts";
import { askedFont, fontWarning } from "./asked-font.ts";
import { besideText } from "./beside-text.ts";
import { drawLine, lineLayers } from "./draw-line.ts";
import { contrastRatio, type HouseStyle, houseStyle, meanColour } from "./house-style.ts";
import type { InstantContext } from "./reconstruct.ts";
import { styleOf } from "./report.ts";
import { nearestWeight, outlineFor, shadowFor, shadowReach } from "./wish.ts";

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
/** Added text takes the size of its neighbour, but not that of a headline over half the picture. */
const LARGEST = 0.12;
const MARGIN = 0.06;

/** Unrest of the ground, 0–255, from which a person should look. */
const RESTLESS = 34;

function faceFor(fonts: FontLibrary, text: string, wanted: string | undefined): FontFace | undefined {
  const able = usableFaces(fonts, text);
  return askedFont(able, wanted)?.face ?? able.find((f) => ["grotesque", "humanist", "geometric"].includes(f.category)) ?? able[0];
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

/** How busy the ground is under a box: spread of its luma, 0–255, from a coarse grid of samples. */
function busyness(image: RasterImage, box: Rect<"image">): number {
  let [sum, squares, n] = [0, 0, 0];
  for (let j = 0; j < 9; j++) {
    for (let k = 0; k < 28; k++) {
      const x = Math.round(box.x + (box.width * k) / 27);
      const y = Math.round(box.y + (box.height * j) / 8);
      if (x < 0 || y < 0 || x >= image.width || y >= image.height) return Number.POSITIVE_INFINITY;
      const i = (y * image.width + x) * 4;
      const value = luma(image.data[i], image.data[i + 1], image.data[i + 2]);
      sum += value;
      squares += value * value;
      n++;
    }
  }
  return Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly busy: number;
}

/** The calmest place near the wanted one that covers no text; a step away costs as much as a little unrest. */
function calmest(
  wanted: { x: number; y: number },
  at: { lines: readonly TextLine[]; width: number; height: number; image: RasterImage },
): Spot | undefined {
  let best: (Spot & { readonly cost: number }) | undefined;
  for (let row = -10; row <= 10; row++) {
    for (let column = -3; column <= 3; column++) {
      const x = wanted.x + column * 0.12 * at.width;
      const y = wanted.y + row * 0.35 * at.height;
      const pad = 0.15 * at.height;
      const box = { x: x - at.width / 2 - pad, y: y - at.height / 2 - pad, width: at.width + 2 * pad, height: at.height + 2 * pad };
      if (at.lines.some((l) => overlaps(box, l))) continue;
      const busy = busyness(at.image, box);
      const cost = busy + 1.2 * Math.abs(row) + 2 * Math.abs(column);
      if (Number.isFinite(busy) && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { x, y, busy, cost };
    }
  }
  return best;
}

/** Contrast ratio from which text of any size is read with ease (WCAG 2, AA), and below which none is set. */
const READABLE = { surely: 4.5, least: 1.8 } as const;

/** The picture's own text colour where it reads as well as it does now, or with ease; else white or near-black, whichever stands off. */
function readable(image: RasterImage, rect: Rect<"image">, house: HouseStyle | undefined): Rgb {
  const ground = meanColour(cropFloat(image, rect));
  const enough = Math.max(READABLE.least, Math.min(READABLE.surely, 0.9 * (house?.contrast ?? READABLE.surely)));
  if (house && contrastRatio(house.colour, ground) >= enough) return house.colour;
  return luma(...ground) > 140 ? [26, 26, 26] : [255, 255, 255];
}

function settingFor(
  ruler: Ruler,
  face: FontFace,
  at: { operation: Operation; image: RasterImage; text: string; region: Rect<"image"> | undefined; house: HouseStyle | undefined },
): Setting {
  const { style } = at.operation;
  const shorter = Math.min(at.image.width, at.image.height);
  const usual = at.house ? Math.min(at.house.sizePx, LARGEST * shorter) : SIZE * shorter;
  const asked = style?.size ?? usual * (style?.sizeFactor ?? 1);
  const setting: Setting = {
    faceId: face.id,
    weight: nearestWeight(face, style?.weight ?? at.house?.weight ?? 600),
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
  /** Unrest of the ground under it, 0–255. */
  readonly busy: number;
}

function placed(request: AddRequest, start: Setting, text: string): Placement {
  const { operation, region, state } = request;
  const m = request.context.ruler.metrics(start, text);
  const width = (m.right - m.left) * start.sizePx;
  const height = (m.bottom - m.top) * start.sizePx;
  const beside = region ? undefined : besideText(request.lines, operation.target, { where: operation.where, width, height });
  const wanted = region
    ? { x: region.x + region.width / 2, y: region.y + region.height / 2 }
    : (beside ?? placeOf(operation.where ?? "center", { image: state.image, width, height }));
  if (operation.target !== undefined && !region && beside === undefined)
    state.warnings.push(`“${operation.target}” was not found once in the picture; the new text was not set beside it.`);
  const free = region ? undefined : calmest(wanted, { lines: request.lines, width, height, image: state.image });
  const at = free ?? wanted;
  const x = at.x - ((m.left + m.right) / 2 - m.advance / 2) * start.sizePx;
  const y = at.y - ((m.top + m.bottom) / 2) * start.sizePx;
  const margin = 0.18 * height;
  return {
    setting: { ...start, x, y },
    box: { cx: at.x, cy: at.y, width: width + 2 * margin, height: height + 2 * margin, angle: 0 },
    crowded: free === undefined && !region,
    busy: free?.busy ?? busyness(state.image, boundsOf<"image">(quadOf({ cx: at.x, cy: at.y, width, height, angle: 0 }))),
  };
}

/** Sets a new string where the person said (or in the middle), clear of text that is there, readable on its ground. */
export async function addText(request: AddRequest): Promise<Result<void>> {
  const { context, state, operation, ports } = request;
  const text = operation.text?.to?.replace(/\s*\n\s*/gu, " ");
  if (text !== operation.text?.to) state.warnings.push("Added text stands in one line; add each line by itself to set several.");
  if (text === undefined || text.trim() === "") {
    return err(
      emendError("instruction_unclear", "What the new text should read is missing.", {
        stage: "understand",
        help: "Put the words in quotes, for example: add “SALE” at the top.",
      }),
    );
  }
  const unsaid = operation.style?.font === undefined && !request.region;
  const about = { image: state.image, lines: request.lines, where: operation.where ?? "center" };
  const house = unsaid ? await houseStyle(context, text, about) : undefined;
  const face = house?.face ?? faceFor(context.fonts, text, operation.style?.font);
  if (!face)
    return err(
      emendError("engine_failed", `No font in the library has all the characters of “${text}”.`, {
        stage: "typeset",
        help: "Install a font that has them, or change the wording.",
      }),
    );
  const { font } = operation.style ?? {};
  const warning = font === undefined ? undefined : fontWarning(font, { face, exact: askedFont([face], font)?.exact === true });
  if (warning !== undefined) state.warnings.push(warning);
  await context.fonts.prepare([face.id], text);
  const start = settingFor(context.ruler, face, { operation, image: state.image, text, region: request.region, house });
  const { setting, box, crowded, busy } = placed(request, start, text);
  if (busy > RESTLESS) state.reasons.push(`The place for “${text}” is busy; look whether it can be read and whether it covers something.`);
  if (crowded) state.warnings.push(`There was no free place for “${text}”; it lies over other text.`);
  const outline = outlineFor(undefined, operation.style, setting.sizePx);
  const shadow = shadowFor(undefined, operation.style, setting.sizePx);
  const rect = growRect(boundsOf<"image">(quadOf(box)), 4 + (outline?.widthPx ?? 0) + shadowReach(shadow), state.image);
  const local = { ...setting, x: setting.x - rect.x, y: setting.y - rect.y };
  const drawn = drawLine(context.ruler, local, { text, outline, size: rect });
  const paint = paintOf(operation, { box, ground: readable(state.image, rect, house) });
  const frame = lineFrame(box, rect);
  const layers = lineLayers({ ...drawn, outline, shadow, paint, frame });
  const pixels = paintLayers(cropFloat(state.image, rect), layers);
  const mask = createMask(rect.width, rect.height);
  for (let i = 0; i < mask.data.length; i++) if (layers.some((l) => l.coverage.data[i] * l.opacity > 0.004)) mask.data[i] = 255;
  state.image = pasteFloat(state.image, pixels, { x: rect.x, y: rect.y, only: mask });
  markMask(state.mask, mask, rect);
  const read = await context.clock.time("judge", () =>
    recogniseAt(state.image, { box, vertical: false }, { ocr: ports.ocr, signal: context.signal }),
  );
  state.texts.push({
    original: "",
    wanted: text,
    readBack: read.string,
    quad: [...quadOf(box)] as TextReport["quad"],
    reconstruction: Math.max(0.5, 1 - Math.max(0, Math.min(busy, 255) - RESTLESS / 2) / 160),
    style: styleOf(
      context.fonts,
      { setting, paint, outline, shadow, align: operation.style?.align ?? "center", origin: penStart(context.ruler, setting, text) },
      [{ face, setting, similarity: 1 }],
    ),
  });
  return ok(undefined);
}

/** Where the pen starts on the baseline of a level line. */
function penStart(ruler: Ruler, setting: Setting, text: string): Point<"image"> {
  return { x: setting.x - (ruler.metrics(setting, text).advance * setting.sizePx) / 2, y: setting.y };
}

function paintOf(operation: Operation, at: { box: OrientedBox<"image">; ground: Rgb }): Paint {
  const { style } = operation;
  if (style?.gradient) {
    return {
      kind: "linear",
      angle: Math.PI / 2,
      from: -at.box.height / 2,
      to: at.box.height / 2,
      stops: evenStops(style.gradient.map((c) => parseHex(c) ?? at.ground)),
    };
  }
  return { kind: "solid", colour: (style?.colour && parseHex(style.colour)) || at.ground };
}
