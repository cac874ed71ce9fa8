import { judgeChangeSize } from "../../imaging/quality/change-size.ts";
import { type TextOutcome, wantedTexts } from "../../imaging/quality/wanted-texts.ts";
import { boundsOfMask, cropRaster, growRect } from "../../imaging/raster/crop.ts";
import type { Rect } from "../../protocol/geometry.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { TextEngine } from "../engines/engine.ts";
import type { Repaired } from "./repair-drift.ts";

/** How a repainted picture answers to the wish. */
export interface Examination {
  /** 0–1: what is left of certainty; from `GOOD` on another seed is not worth its time. */
  readonly score: number;
  readonly reasons: readonly string[];
}

export const GOOD = 0.9;

/** What is left of certainty where the change is not of the size that was asked, where the pictures could not be aligned, where words do not read. */
const LEFT = { size: 0.5, unaligned: 0.5, unread: 0.3 };
const TOO_MUCH = "The engine changed much more of the picture than was asked.";
const TOO_LITTLE = "The engine changed much less of the picture than was asked.";

export interface ExamineContext {
  readonly plan: Plan;
  /** The part of the source the engine was shown. */
  readonly frame: Rect<"image">;
  readonly reader?: TextEngine;
  readonly signal: AbortSignal;
}

const hasWords = ({ operations }: Plan): boolean => operations.some(({ kind }) => kind.startsWith("text.") && kind !== "text.restyle");

/** What reads in and around the change, in reading order; `undefined` where nobody here can read. */
async function readChange({ output }: Repaired, { plan, reader, signal }: ExamineContext): Promise<readonly string[] | undefined> {
  const { image, mask } = output;
  const bounds = mask && boundsOfMask(mask);
  if (reader === undefined || bounds === undefined || !hasWords(plan)) return undefined;
  const rect = growRect(bounds, Math.max(16, Math.round(bounds.height / 2)), image);
  try {
    return await reader.read(cropRaster(image, rect), signal);
  } catch {
    // Without its models nothing reads: then nothing is known of the words, which is no fault of the picture. A cancel shows in the signal.
    return undefined;
  }
}

function sentenceOf({ wanted, left, readBack }: TextOutcome): string {
  if (left !== undefined) return `“${left}” still reads in the picture.`;
  return readBack === "" ? `“${wanted}” could not be read in the result.` : `“${wanted}” reads as “${readBack}” in the result.`;
}

/** Looks whether the words read as wanted and whether the change is of the size that was asked. Reading costs as much as finding lines on the changed part. */
export async function examineRepaint(repaired: Repaired, context: ExamineContext): Promise<Examination> {
  if (!repaired.changed) return { score: 0, reasons: [] };
  const size = judgeChangeSize(
    context.plan.operations.map(({ kind }) => kind),
    repaired.changedShare,
  );
  const lines = await readChange(repaired, context);
  const outcomes = lines === undefined ? [] : wantedTexts(context.plan.operations, lines);
  const off = outcomes.filter(({ similarity }) => similarity < 1);
  return {
    score:
      (size === "fits" ? 1 : LEFT.size) *
      (repaired.aligned ? 1 : LEFT.unaligned) *
      outcomes.reduce((product, { similarity }) => product * Math.max(LEFT.unread, similarity), 1),
    reasons: [...(size === "too-much" ? [TOO_MUCH] : size === "too-little" ? [TOO_LITTLE] : []), ...off.map(sentenceOf)],
  };
}
