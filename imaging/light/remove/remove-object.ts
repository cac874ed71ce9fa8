import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { Rect } from "../../../protocol/geometry.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { boundsOfMask, cropFloat, cropMask, growRect, pasteFloat } from "../../raster/crop.ts";
import { distanceInsideMask } from "../../raster/distance.ts";
import { createMask, type Mask, type RasterImage } from "../../raster/raster.ts";
import { namedCode } from "../codes/named-code.ts";
import { type FilledHole, type LightContext, type LightStep, step, unsupported } from "../light-step.ts";
import { apartFromRim } from "./apart-from-rim.ts";
import { isMark } from "./block-words.ts";
import { answersTo, findMarks, type Mark } from "./find-marks.ts";
import { hasPlainRim, onPicture, standingOut } from "./standing-out.ts";

/** What is to go, and how sure that it is what was meant. */
interface Hole {
  readonly mask: Mask;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** Ground learnt from, around the hole: its shorter side, within these bounds, pixels. */
const MARGIN = { least: 40, most: 160 };
/** Hold-out error, 0–255 RMS, from which a person should look, and at which nothing is left of certainty. */
const ROUGH = { from: 14, to: 60 };
/** From this hold-out error on, 0–255 RMS, a repeated pattern comes out softer than its neighbours. */
const SOFT_PATTERN = 8;
/** Below this hold-out error, 0–255 RMS, a ground is even and a hole in it may be of any depth. */
const EVEN = 1.6;
/** Pixels from a hole's edge to its middle: up to here errors measured on narrow holes hold, and from here they say nothing. */
const DEEP = { from: 20, to: 90 };
/** The same where patches were laid: a pattern met again rightly in narrow holes may be laid out of step in deep ones. */
const DEEP_PATCHES = { from: 8, to: 90 };
/** Less certain than this, a result would be worse than none. */
const HOPELESS = 0.15;
/** Holes larger than this share of the picture leave too little to learn from. */
const LARGE = 0.25;

/** How sure a code that was found by its own squares is the thing that was named. */
const CODE_READ = 0.97;

/** Share of a hole's outline at which the fill may meet the ground in an edge. */
const CUT_OFF = 0.03;
/** Behind a hole up to this depth, pixels, the border of two grounds is seen well enough from both its ends. */
const STRAIGHT = 7;
const MEETING = "Two backgrounds meet behind what was removed; the border between them was drawn on as straight as can be, look at it.";

const HELP = "Draw a region or mask around what shall go; logos, watermarks and stamps can also be named by their corner.";

const placeOf = (mark: Mark): string => `${mark.text === undefined ? "a block" : `“${mark.text}”`} at the ${mark.where.replace("-", " ")}`;

function chosenMark(marks: readonly Mark[], operation: Operation): Result<Mark> {
  const fitting = marks.filter((mark) => answersTo(mark.where, operation.where));
  const named = operation.target ?? "mark";
  const details = { blocks: marks.slice(0, 8).map(({ rect, where, text }) => ({ ...rect, where, ...(text !== undefined && { text }) })) };
  const seen =
    marks.length === 0
      ? "Nothing that stands free like a mark was found."
      : `What stands free: ${marks.slice(0, 6).map(placeOf).join(", ")}.`;
  if (fitting.length === 0) {
    const at = operation.where === undefined ? "" : ` at the ${operation.where.replace("-", " ")}`;
    return unsupported(`No “${named}” was found${at}. ${seen}`, HELP, details);
  }
  const clear = fitting.length === 1 || fitting[0].confidence > 1.5 * fitting[1].confidence;
  if (clear || (operation.where?.includes("-") && fitting.length <= 2)) return ok(fitting[0]);
  const message = `Several things could be the “${named}”: ${fitting.slice(0, 6).map(placeOf).join(", ")}.`;
  return err(emendError("instruction_unclear", message, { stage: "find", help: "Say which corner, or draw a region around it.", details }));
}

async function namedMark(image: RasterImage, operation: Operation, context: LightContext): Promise<Result<Hole>> {
  const target = operation.target ?? "";
  if (!isMark(target) && !(target === "" && operation.where?.includes("-"))) {
    const thing = target === "" ? "what shall go" : target;
    return unsupported(`The light engine cannot find “${thing}” in a picture.`, HELP);
  }
  const texts = await context.ports.findTexts(image, context.signal);
  const mark = chosenMark(findMarks(image, texts), operation);
  if (!mark.ok) return mark;
  const out = standingOut(image, mark.value.rect);
  const mask = out?.mask ?? onPicture(image, mark.value.rect);
  return ok({
    mask,
    confidence: Math.min(0.95, mark.value.confidence) * (out === undefined ? 0.5 : 1),
    reasons: [`It was taken for the thing meant by its shape: ${placeOf(mark.value)}.`],
  });
}

/** What stands out in a box: from one ground, else from several; else all that is in it. */
function inBox(image: RasterImage, region: Rect<"image">): Hole {
  const out = standingOut(image, region);
  if (out !== undefined) return { mask: out.mask, confidence: 1, reasons: [] };
  const apart = apartFromRim(image, region);
  const mask = onPicture(image, region, apart?.mask);
  const guessed = apart?.meeting && deepest(apart.mask) > STRAIGHT;
  return { mask, confidence: guessed ? 0.8 : 1, reasons: guessed ? [MEETING] : [] };
}

async function holeFor(image: RasterImage, operation: Operation, context: LightContext): Promise<Result<Hole>> {
  if (context.mask !== undefined) {
    const { width, height, data } = context.mask;
    const { region } = context;
    const inside = (i: number): boolean =>
      region === undefined ||
      (i % width >= region.x &&
        i % width < region.x + region.width &&
        Math.floor(i / width) >= region.y &&
        Math.floor(i / width) < region.y + region.height);
    return ok({ mask: { width, height, data: data.map((v, i) => (v > 0 && inside(i) ? 255 : 0)) }, confidence: 1, reasons: [] });
  }
  if (context.region === undefined) {
    const code = await namedCode(image, operation, context);
    if (code === undefined) return namedMark(image, operation, context);
    return code.ok ? ok({ mask: code.value, confidence: CODE_READ, reasons: [] }) : code;
  }
  return ok(inBox(image, context.region));
}

const hopeless = () =>
  unsupported(
    "What lies behind is too large and too busy for the light engine to make up.",
    "Mark a smaller part, or use a generative engine.",
  );

async function filled(image: RasterImage, hole: Hole, context: LightContext): Promise<Result<LightStep>> {
  const bounds = boundsOfMask(hole.mask);
  if (bounds === undefined) return err(emendError("bad_request", "The mask is empty: nothing is marked to go.", { stage: "plate" }));
  const area = hole.mask.data.reduce((n, v) => n + (v === 0 ? 0 : 1), 0) / hole.mask.data.length;
  if (area > 0.6)
    return unsupported("What shall go covers most of the picture; there is too little left to restore it from.", "Mark a smaller part.");
  const rect = growRect(bounds, Math.min(MARGIN.most, Math.max(MARGIN.least, Math.min(bounds.width, bounds.height))), image);
  const mask = cropMask(hole.mask, rect);
  const depth = deepest(mask);
  if (depth > DEEP.to && !hasPlainRim(image, rect)) return hopeless();
  const region = { rect, pixels: cropFloat(image, rect), foreign: createMask(rect.width, rect.height) };
  const plate = await context.ports.restorePlate(region, mask, { seed: context.seed, signal: context.signal });
  const result = pasteFloat(image, plate.pixels, { x: rect.x, y: rect.y, only: mask });
  const judged = judgeFill(plate, { depth, area });
  if (judged.sure < HOPELESS) return hopeless();
  return ok(step(result, { confidence: hole.confidence * judged.sure, reasons: [...hole.reasons, ...judged.reasons] }));
}

const deepest = (mask: Mask): number => distanceInsideMask(mask).reduce((most, d) => (Number.isFinite(d) ? Math.max(most, d) : most), 0);

/**
 * How far a restored ground can be trusted. Its hold-out error is measured on holes as narrow as lettering: the deeper a hole reaches
 * from its edge, the less that says, unless the ground is even.
 */
function judgeFill(
  { holdOutError, method, seam = 0 }: FilledHole,
  { depth, area }: { depth: number; area: number },
): { sure: number; reasons: readonly string[] } {
  const deep = method === "patch" ? DEEP_PATCHES : DEEP;
  const even = method === "flat" || (method !== "patch" && holdOutError < EVEN);
  const error = Math.min(1, Math.max(0.05, 1 - (holdOutError - 4) / ROUGH.to));
  const reach = even ? 1 : Math.min(1, Math.max(0, 1 - (depth - deep.from) / (deep.to - deep.from)));
  const large = area > LARGE ? 0.5 : 1;
  const reasons = [
    ...(seam > CUT_OFF ? ["What goes on behind what was removed seems cut off at its edge; look there."] : []),
    ...(holdOutError > ROUGH.from ? ["The background behind what was removed is hard to restore; look for smudges."] : []),
    ...(method === "lattice" && holdOutError > SOFT_PATTERN && holdOutError <= ROUGH.from
      ? ["The pattern behind what was removed was continued, but softer than it is; look at its edges."]
      : []),
    ...(reach < 0.75 ? ["What was removed is large for its busy background: much of what is there now is made up."] : []),
    ...(area > LARGE ? ["A large part of the picture was restored from little."] : []),
  ];
  return { sure: error * reach * large * (seam > CUT_OFF ? 0.7 : 1), reasons };
}

/**
 * `object.remove`: what was drawn around or masked, or a mark named by its corner, gives way to the ground around it.
 * Codes: `unsupported_operation` (the thing cannot be found by name), `instruction_unclear` (several could be meant, `details.blocks`), `bad_request`.
 */
export async function removeObject(image: RasterImage, operation: Operation, context: LightContext): Promise<Result<LightStep>> {
  const hole = await holeFor(image, operation, context);
  return hole.ok ? filled(image, hole.value, context) : hole;
}
