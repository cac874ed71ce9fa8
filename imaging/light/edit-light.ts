import type { Answer } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { intersect, type Rect } from "../../protocol/geometry.ts";
import type { Operation, OperationKind } from "../../protocol/plan.ts";
import { breathe } from "../raster/breathe.ts";
import { differenceMask } from "../raster/difference-mask.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";
import { reframe, reframeMask } from "../raster/reframe.ts";
import { recolourBackground, removeBackground, replaceBackground } from "./background/change-background.ts";
import { addBorder } from "./border/add-border.ts";
import { cropPicture } from "./frame/crop-picture.ts";
import { extendCanvas } from "./frame/extend-canvas.ts";
import type { LightContext, LightOperation } from "./light-step.ts";
import { addImage } from "./place/add-image.ts";
import { answerQuery } from "./query/answer-query.ts";
import { recolourObject } from "./recolour/recolour-object.ts";
import { removeObject } from "./remove/remove-object.ts";
import { adjustTone } from "./tone/adjust-tone.ts";

/** One entry per operation; the kinds that are not here need an engine that paints. */
const OPERATIONS: Partial<Record<OperationKind, LightOperation>> = {
  "tone.adjust": adjustTone,
  "border.add": addBorder,
  "image.add": addImage,
  "object.remove": removeObject,
  "object.recolour": recolourObject,
  "background.recolour": recolourBackground,
  "background.replace": replaceBackground,
  "background.remove": removeBackground,
  crop: cropPicture,
  "canvas.extend": extendCanvas,
  query: answerQuery,
};

/** The kinds of operation the light engine has beside text. */
export const LIGHT_KINDS: readonly OperationKind[] = Object.keys(OPERATIONS) as OperationKind[];

/** A frame given in the pixels of another one, in the pixels that one is given in. */
const onto = (canvas: Rect<"image">, frame: Rect<"image"> | undefined): Rect<"image"> =>
  frame === undefined ? canvas : { ...frame, x: canvas.x + frame.x, y: canvas.y + frame.y };

/** What was drawn on the source, as it lies on the canvas the operations before have made. */
function within(context: LightContext, canvas: Rect<"image">, source: RasterImage): LightContext {
  if (canvas.x === 0 && canvas.y === 0 && canvas.width === source.width && canvas.height === source.height) return context;
  const { region, mask } = context;
  const moved = region && intersect<"image">({ ...region, x: region.x - canvas.x, y: region.y - canvas.y }, { ...canvas, x: 0, y: 0 });
  return { ...context, region: moved, mask: mask && reframeMask(mask, canvas) };
}

export interface LightOutput {
  /** Equals the source wherever `mask` is 0. Of the source's size, or of `canvas`. */
  readonly image: RasterImage;
  /** Of the picture's size; 255 exactly where a pixel differs from the source, or where the source has none. */
  readonly mask: Mask;
  /** 0–1, of the least sure operation. */
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  readonly answers: readonly Answer[];
  readonly cutOut: boolean;
  /** Where the picture lies in the source's pixels, after a crop or an extension. */
  readonly canvas?: Rect<"image">;
}

/**
 * Carries out operations of `LIGHT_KINDS` in order, each on what the one before made. Deterministic by `seed`. Pixels are lent.
 * Codes: `unsupported_operation` (says what can be done instead), `instruction_unclear`, `bad_request`; throws the signal's reason.
 */
export async function editLight(
  source: RasterImage,
  operations: readonly Operation[],
  context: LightContext,
): Promise<Result<LightOutput>> {
  let image = source;
  let confidence = 1;
  let cutOut = false;
  let canvas: Rect<"image"> = { x: 0, y: 0, width: source.width, height: source.height };
  const [reasons, warnings, answers] = [[] as string[], [] as string[], [] as Answer[]];
  for (const operation of operations) {
    await breathe(context.signal);
    const run = OPERATIONS[operation.kind];
    if (run === undefined)
      return err(emendError("unsupported_operation", `The light engine cannot do ${operation.kind}.`, { stage: "engine" }));
    const done = await run(image, operation, within(context, canvas, source));
    if (!done.ok && done.error.details?.asWished === true && (operations.length > 1 || context.amongOthers)) {
      warnings.push(done.error.message);
      continue;
    }
    if (!done.ok) return done;
    canvas = onto(canvas, done.value.frame);
    image = done.value.image;
    confidence = Math.min(confidence, done.value.confidence);
    cutOut ||= done.value.cutOut ?? false;
    reasons.push(...done.value.reasons);
    warnings.push(...done.value.warnings);
    answers.push(...(done.value.answers ?? []));
  }
  const reframed = canvas.width !== source.width || canvas.height !== source.height || canvas.x !== 0 || canvas.y !== 0;
  const mask = differenceMask(reframed ? reframe(source, canvas) : source, image);
  return ok({
    image,
    ...(reframed && { canvas }),
    mask,
    confidence: Math.round(confidence * 1000) / 1000,
    reasons: [...new Set(reasons)],
    warnings: [...new Set(warnings)],
    answers,
    cutOut,
  });
}
