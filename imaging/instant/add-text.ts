import type { TextReport } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { boundsOf, type OrientedBox, type Point, quadOf, type Rect, union } from "../../protocol/geometry.ts";
import type { Operation } from "../../protocol/plan.ts";
import type { FontFace, FontLibrary } from "../ports.ts";
import { APART, lostIn } from "../quality/stands-out.ts";
import { contrastRatio, luma, parseHex, type Rgb } from "../raster/colour.ts";
import { cropFloat, growRect, markMask, pasteFloat } from "../raster/crop.ts";
import { maskWhere } from "../raster/mask-where.ts";
import { createMask, type RasterImage } from "../raster/raster.ts";
import { recogniseAt } from "../text/find/read-line.ts";
import { usableFaces } from "../text/fit/candidates.ts";
import type { Outline } from "../text/fit/outline.ts";
import { type Paint, rampOver } from "../text/fit/paint.ts";
import type { Shadow } from "../text/fit/shadow.ts";
import { lineFrame } from "../text/frame.ts";
import type { Ruler } from "../text/ruler.ts";
import type { Setting } from "../text/setting.ts";
import type { Align } from "../text/typeset/align.ts";
import { paintLayers } from "../text/typeset/layers.ts";
import { type AddRequest, alignFor, MARGIN, type Placement, placed } from "./add-place.ts";
import { type AddedBlock, blockFor } from "./added-block.ts";
import { layPlate, plateReach } from "./added-plate.ts";
import { askedFont, fontWarning } from "./asked-font.ts";
import { drawLine, lineLayers } from "./draw-line.ts";
import { CUT_SURE } from "./erase-line.ts";
import { type HouseStyle, houseStyle, meanColour } from "./house-style.ts";
import { LOST } from "./lost-letters.ts";
import { styleOf } from "./report.ts";
import { lostReason } from "./sureness.ts";
import { unsettable } from "./unsettable.ts";
import { nearestWeight, outlineFor, shadowFor, shadowReach } from "./wish.ts";

/** Size of added text as a share of the picture's shorter side, and the margin it keeps. */
const SIZE = 0.075;
/** Added text takes the size of its neighbour, but not that of a headline over half the picture. */
const LARGEST = 0.12;

/** Coverage from which a pixel is a letter's. */
const COVERED = 0.3;

/** Unrest of the ground, 0–255, from which a person should look. */
const RESTLESS = 34;

function faceFor(fonts: FontLibrary, text: string, wanted: string | undefined): FontFace | undefined {
  const able = usableFaces(fonts, text);
  return askedFont(able, wanted)?.face ?? able.find((f) => ["grotesque", "humanist", "geometric"].includes(f.category)) ?? able[0];
}

/** Contrast ratio from which text of any size is read with ease (WCAG 2, AA), below which none is set, and the share of its own at which the picture's text reads about as well. */
const READABLE = { surely: 4.5, least: 1.5, alike: 0.85 } as const;

/** The picture's own text colour where it reads about as well as it does now, or with ease; else white or near-black, whichever stands off. */
function readable(image: RasterImage, rect: Rect<"image">, house: HouseStyle | undefined): Rgb {
  const ground = meanColour(cropFloat(image, rect));
  const enough = Math.max(READABLE.least, Math.min(READABLE.surely, READABLE.alike * (house?.contrast ?? READABLE.surely)));
  if (house && contrastRatio(house.colour, ground) >= enough) return house.colour;
  return luma(...ground) > 140 ? [26, 26, 26] : [255, 255, 255];
}

function settingFor(face: FontFace, at: { operation: Operation; image: RasterImage; house: HouseStyle | undefined }): Setting {
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
  return setting;
}

/** The string in its rows and its setting, no larger than there is room for. */
function blockOf(
  ruler: Ruler,
  setting: Setting,
  at: {
    operation: Operation;
    image: RasterImage;
    text: string;
    region: Rect<"image"> | undefined;
    house: HouseStyle | undefined;
    align: Align;
  },
): { readonly block: AddedBlock; readonly setting: Setting } {
  const { image, region, text, house } = at;
  const { style } = at.operation;
  const plate = plateReach(style?.plate, setting.sizePx);
  const whole = region ?? { width: image.width * (1 - 2 * MARGIN), height: image.height * (1 - 2 * MARGIN) };
  const room = { width: whole.width - 2 * plate.x, height: whole.height - 2 * plate.y };
  const { block, scale } = blockFor(ruler, setting, {
    text,
    room,
    count: style?.lines,
    align: at.align,
    leading: house?.leading,
  });
  return { block, setting: { ...setting, sizePx: setting.sizePx * scale } };
}

const around = (boxes: readonly OrientedBox<"image">[]): Rect<"image"> =>
  boxes.map((box) => boundsOf<"image">(quadOf(box))).reduce((all, one) => union(all, one));

/** Likelihood, 0.5–1, that a ground of that unrest lets letters be read and shows nothing that they should not cover. */
const calmness = (busy: number): number => Math.max(0.5, 1 - Math.max(0, Math.min(busy, 255) - RESTLESS / 2) / 160);

/** Sets a new string where the person said (or in the middle), clear of text that is there, readable on its ground. */
export async function addText(request: AddRequest): Promise<Result<void>> {
  const { context, state, operation, ports } = request;
  const text = operation.text?.to?.trim();
  if (text === undefined || text === "") {
    return err(
      emendError("instruction_unclear", "What the new text should read is missing.", {
        stage: "understand",
        help: "Put the words in quotes, for example: add “SALE” at the top.",
      }),
    );
  }
  const letters = text.replace(/\s+/gu, " ");
  const unsaid = operation.style?.font === undefined && !request.region;
  const about = { image: state.image, lines: request.lines, where: operation.where ?? "center", beside: operation.target };
  const house = unsaid ? await houseStyle(context, letters, about) : undefined;
  const face = house?.face ?? faceFor(context.fonts, letters, operation.style?.font);
  const refused = unsettable(context.fonts, letters);
  if (refused !== undefined) return refused;
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
  await context.fonts.prepare([face.id], letters);
  const { ruler } = context;
  const align = alignFor(request);
  const asked = { operation, image: state.image, text, region: request.region, house, align };
  const { block, setting } = blockOf(ruler, settingFor(face, asked), asked);
  const { rows, ink, crowded, busy } = placed(request, setting, block);
  if (busy > RESTLESS) state.reasons.push(`The place for “${text}” is busy; look whether it can be read and whether it covers something.`);
  if (crowded) state.warnings.push(`There was no free place for “${text}”; it lies over other text.`);
  const bounds = around(rows.map((row) => row.box));
  const { plate } = operation.style ?? {};
  if (plate !== undefined) layPlate(state, { ink, sizePx: setting.sizePx, plate });
  const finish = {
    outline: outlineFor(undefined, operation.style, setting.sizePx),
    shadow: shadowFor(undefined, operation.style, setting.sizePx),
    ground: readable(state.image, growRect(bounds, 4, state.image), house),
  };
  const paintedRows = rows.map((row) => paintRow(request, row, finish));
  // A design whose own text is as faint wants it so.
  const isFaint = operation.style?.colour === undefined && (house?.contrast ?? APART.ratio) < APART.ratio;
  const lost = isFaint ? 0 : Math.max(...paintedRows.map((row) => row.lost));
  if (lost > LOST) state.reasons.push(lostReason(text));
  const readBack: string[] = [];
  for (const { box } of rows) {
    const at = { ocr: ports.ocr, signal: context.signal };
    readBack.push((await context.clock.time("judge", () => recogniseAt(state.image, { box, vertical: false }, at))).string);
  }
  const [first] = rows;
  const origin = penStart(ruler, first.setting, first.text);
  const pitch = rows.length > 1 ? { pitchPx: block.leading * setting.sizePx } : {};
  state.texts.push({
    original: "",
    wanted: text,
    ...(rows.length > 1 ? { lines: rows.map((row) => row.text) } : {}),
    readBack: readBack.join("\n"),
    quad: cornersOf(bounds),
    reconstruction: Math.min(lost > LOST ? CUT_SURE : 1 - lost / 2, calmness(busy)),
    style: styleOf(context.fonts, { ...finish, ...pitch, setting: first.setting, paint: paintedRows[0].paint, align, origin }, [
      { face, setting, similarity: 1 },
    ]),
  });
  return ok(undefined);
}

const cornersOf = ({ x, y, width, height }: Rect<"image">): TextReport["quad"] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
];

interface AddedFinish {
  readonly outline: Outline | undefined;
  readonly shadow: Shadow | undefined;
  /** Of letters for which no colour was asked. */
  readonly ground: Rgb;
}

/** Lays one row over the picture; tells its paint, and on how much of its ground it is lost where nothing parts it from that. */
function paintRow(
  { context, operation, state }: AddRequest,
  { text, setting, box }: Placement["rows"][number],
  finish: AddedFinish,
): { readonly paint: Paint; readonly lost: number } {
  const { outline, shadow, ground } = finish;
  const rect = growRect(boundsOf<"image">(quadOf(box)), 4 + (outline?.widthPx ?? 0) + shadowReach(shadow), state.image);
  const local = { ...setting, x: setting.x - rect.x, y: setting.y - rect.y };
  const drawn = drawLine(context.ruler, local, { text, outline, size: rect });
  const paint = paintOf(operation, { box, ground });
  const layers = lineLayers({ ...drawn, outline, shadow, paint, frame: lineFrame(box, rect) });
  const bare = cropFloat(state.image, rect);
  const pixels = paintLayers(bare, layers);
  const mask = createMask(rect.width, rect.height);
  for (let i = 0; i < mask.data.length; i++) if (layers.some((l) => l.coverage.data[i] * l.opacity > 0.004)) mask.data[i] = 255;
  state.image = pasteFloat(state.image, pixels, { x: rect.x, y: rect.y, only: mask });
  markMask(state.mask, mask, rect);
  const letters = maskWhere(mask, (i) => drawn.coverage.data[i] > COVERED);
  return { paint, lost: outline || shadow ? 0 : lostIn({ image: pixels, bare, letters, sizePx: setting.sizePx }) };
}

/** Where the pen starts on the baseline. */
function penStart(ruler: Ruler, setting: Setting, text: string): Point<"image"> {
  const half = (ruler.metrics(setting, text).advance * setting.sizePx) / 2;
  return { x: setting.x - Math.cos(setting.angle) * half, y: setting.y - Math.sin(setting.angle) * half };
}

function paintOf(operation: Operation, at: { box: OrientedBox<"image">; ground: Rgb }): Paint {
  const { style } = operation;
  if (style?.gradient) {
    const [x, y] = [at.box.width / 2, at.box.height / 2];
    const colours = style.gradient.map((c) => parseHex(c) ?? at.ground);
    return rampOver({ u: [-x, x], v: [-y, y] }, colours, style.gradientAngle);
  }
  return { kind: "solid", colour: (style?.colour && parseHex(style.colour)) || at.ground };
}
