import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { Engine, EngineOutput, TextEngine } from "../engines/engine.ts";
import { type Examination, examineRepaint, GOOD } from "./examine-repaint.ts";
import type { Inputs } from "./load-inputs.ts";
import { repairDrift } from "./repair-drift.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** Tries with another seed after one that is not what was asked. A paid engine is not asked again unbidden. */
const RETRIES = 2;
/** Distance between the seeds of tries; far from the small steps between variants. */
const SEED_STEP = 7919;

export interface DrawContext {
  readonly engine: Engine;
  readonly inputs: Inputs;
  readonly plan: Plan;
  readonly seed: number;
  /** Reads the words back; absent where nobody here can read. */
  readonly reader?: TextEngine;
  readonly watch: Stopwatch;
  readonly signal: AbortSignal;
  run(seed: number): Promise<Result<EngineOutput>>;
}

export interface Drawing {
  readonly output: EngineOutput;
  /** The one that made this output. */
  readonly seed: number;
}

function triesOf(engine: Engine): number {
  const { cost, seed } = engine.capabilities();
  return cost === "free" && seed ? 1 + RETRIES : 1;
}

interface Try extends Drawing, Examination {}

/** Repairs what a repainting engine gave back and looks whether it is what was asked; other engines answer for themselves. */
async function examined(drawn: EngineOutput, seed: number, context: DrawContext): Promise<Try> {
  const { inputs, plan, reader, signal, watch } = context;
  const { frame } = drawn;
  if (frame === undefined) return { output: drawn, seed, score: 1, reasons: [] };
  const repaired = await watch.time("register", () => repairDrift({ ...drawn, frame }, inputs, plan));
  const found = await watch.time("judge", () => examineRepaint(repaired, { plan, frame, signal, ...(reader && { reader }) }));
  return { output: repaired.output, seed, ...found };
}

function told({ output, seed, score, reasons }: Try, tries: number): Drawing {
  const more = tries > 1 && score < GOOD && reasons.length > 0 ? [`${tries} tries with different seeds came out no better.`] : [];
  const confidence = output.confidence * Math.max(0.1, score);
  return { output: { ...output, confidence, reasons: [...output.reasons, ...reasons, ...more] }, seed };
}

/**
 * Lets the engine draw, repairs what repainting engines give back, and tries other seeds where that is not what was asked: nothing changed,
 * far too much did, or the words do not read. The best try is taken, with what speaks against it.
 */
export async function drawEdit(context: DrawContext): Promise<Result<Drawing>> {
  const { engine, watch, signal } = context;
  let best: Try | undefined;
  let tries = 0;
  for (let i = 0; i < triesOf(engine) && (best === undefined || best.score < GOOD); i++) {
    const seed = (context.seed + i * SEED_STEP) % 2 ** 32;
    const drawn = await watch.time("engine", () => context.run(seed));
    if (!drawn.ok && (best === undefined || drawn.error.code === "cancelled")) return drawn;
    if (signal.aborted) return err(emendError("cancelled", "The work was cancelled."));
    if (!drawn.ok) break;
    tries++;
    watch.add(drawn.value.timingsMs);
    const found = await examined(drawn.value, seed, context);
    if (signal.aborted) return err(emendError("cancelled", "The work was cancelled."));
    if (best === undefined || found.score > best.score) best = found;
  }
  return ok(told(best!, tries));
}
