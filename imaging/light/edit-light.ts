import type { Answer } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Operation, OperationKind } from "../../protocol/plan.ts";
import { breathe } from "../raster/breathe.ts";
import { differenceMask } from "../raster/difference-mask.ts";
import type { Mask, RasterImage } from "../raster/raster.ts";
import { recolourBackground, removeBackground, replaceBackground } from "./background/change-background.ts";
import { addBorder } from "./border/add-border.ts";
import type { LightContext, LightOperation } from "./light-step.ts";
import { addImage } from "./place/add-image.ts";
import { answerQuery } from "./query/answer-query.ts";
import { recolourObject } from "./recolour/recolour-object.ts";
import { removeObject } from "./remove/remove-object.ts";
import { adjustTone } from "./tone/adjust-tone.ts";

/** One entry per operation; the kinds that are not here change the picture's size or need an engine that paints. */
const OPERATIONS: Partial<Record<OperationKind, LightOperation>> = {
  "tone.adjust": adjustTone,
  "border.add": addBorder,
  "image.add": addImage,
  "object.remove": removeObject,
  "object.recolour": recolourObject,
  "background.recolour": recolourBackground,
  "background.replace": replaceBackground,
  "background.remove": removeBackground,
  query: answerQuery,
};

/** The kinds of operation the light engine has beside text. */
export const LIGHT_KINDS: readonly OperationKind[] = Object.keys(OPERATIONS) as OperationKind[];

export interface LightOutput {
  /** Source-sized; equals the source wherever `mask` is 0. */
  readonly image: RasterImage;
  /** 255 exactly where a pixel differs from the source. */
  readonly mask: Mask;
  /** 0–1, of the least sure operation. */
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
  readonly answers: readonly Answer[];
  readonly cutOut: boolean;
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
  const [reasons, warnings, answers] = [[] as string[], [] as string[], [] as Answer[]];
  for (const operation of operations) {
    await breathe(context.signal);
    const run = OPERATIONS[operation.kind];
    if (run === undefined)
      return err(emendError("unsupported_operation", `The light engine cannot do ${operation.kind}.`, { stage: "engine" }));
    const done = await run(image, operation, context);
    if (!done.ok) return done;
    image = done.value.image;
    confidence = Math.min(confidence, done.value.confidence);
    cutOut ||= done.value.cutOut ?? false;
    reasons.push(...done.value.reasons);
    warnings.push(...done.value.warnings);
    answers.push(...(done.value.answers ?? []));
  }
  const mask = differenceMask(source, image);
  return ok({
    image,
    mask,
    confidence: Math.round(confidence * 1000) / 1000,
    reasons: [...new Set(reasons)],
    warnings: [...new Set(warnings)],
    answers,
    cutOut,
  });
}
