import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { Engine, EngineOutput } from "../engines/engine.ts";
import type { Inputs } from "./load-inputs.ts";
import { type Repaired, repairDrift } from "./repair-drift.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** Tries with another seed after one in which nothing changed. A paid engine is not asked again unbidden. */
const RETRIES = 2;
/** Distance between the seeds of tries; far from the small steps between variants. */
const SEED_STEP = 7919;

export interface DrawContext {
  readonly engine: Engine;
  readonly inputs: Inputs;
  readonly plan: Plan;
  readonly seed: number;
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

async function repaired(output: EngineOutput, { inputs, plan, watch }: DrawContext): Promise<Repaired> {
  const { frame } = output;
  return frame === undefined ? { output, changed: true } : watch.time("register", () => repairDrift({ ...output, frame }, inputs, plan));
}

/** Lets the engine draw, repairs what repainting engines give back, and tries other seeds where nothing came of it. */
export async function drawEdit(context: DrawContext): Promise<Result<Drawing>> {
  const { engine, watch, signal } = context;
  for (let i = 0; ; i++) {
    const seed = (context.seed + i * SEED_STEP) % 2 ** 32;
    const drawn = await watch.time("engine", () => context.run(seed));
    if (!drawn.ok) return drawn;
    if (signal.aborted) return err(emendError("cancelled", "The work was cancelled."));
    watch.add(drawn.value.timingsMs);
    const { output, changed } = await repaired(drawn.value, context);
    if (changed || i + 1 >= triesOf(engine)) return ok({ output, seed });
  }
}
