import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import { type Engine, type EngineAvailability, type Given, supports } from "../engines/engine.ts";

export interface Candidate {
  readonly engine: Engine;
  readonly availability: EngineAvailability;
}

const unable = (engine: Engine, plan: Plan, given?: Given): string | undefined =>
  plan.operations.find((operation) => !supports(engine, operation, given))?.kind;

/** Whether an engine does such things, though perhaps not this one: it can say best why not. */
const knowsKinds = ({ engine, availability }: Candidate, plan: Plan): boolean =>
  availability.available && plan.operations.every(({ kind }) => engine.capabilities().operations.includes(kind));

const unavailable = (message: string, help: string | undefined): Result<never> =>
  err(emendError("engine_unavailable", message, { stage: "route", ...(help !== undefined && { help }) }));

/** A result lies over its source, pixel on pixel: these would give it another size. */
const RESIZING: ReadonlySet<string> = new Set(["crop", "canvas.extend"]);
const RESIZE_HELP = "Results lie over the original at its own size: crop or extend the layer or its frame in the design tool.";

interface Wish {
  readonly plan: Plan;
  readonly given: Given | undefined;
}

function named(name: string, { plan, given }: Wish, candidates: readonly Candidate[]): Result<Engine> {
  const found = candidates.find(({ engine }) => engine.name === name);
  if (found === undefined) {
    const engines = ["auto", ...candidates.map(({ engine }) => engine.name)];
    const help = `Engines: ${engines.join(", ")}.`;
    return err(emendError("engine_unknown", `There is no engine called "${name}".`, { stage: "route", help, details: { engines } }));
  }
  const kind = unable(found.engine, plan, given);
  if (kind !== undefined && !knowsKinds(found, plan)) {
    const more = { stage: "route", help: "Try the engine auto, or say it differently.", details: { kind } } as const;
    return err(emendError("unsupported_operation", `The engine ${name} cannot do ${kind}.`, more));
  }
  return found.availability.available ? ok(found.engine) : unavailable(`The engine ${name} is not available.`, found.availability.reason);
}

function automatic({ plan, given }: Wish, candidates: readonly Candidate[]): Result<Engine> {
  const able = candidates.filter(({ engine }) => unable(engine, plan, given) === undefined);
  const ready = able.find(({ availability }) => availability.available);
  if (ready !== undefined) return ok(ready.engine);
  if (able.length > 0)
    return unavailable(`The engine ${able[0]!.engine.name} could do this and is not available.`, able[0]!.availability.reason);
  const knowing = candidates.find((candidate) => knowsKinds(candidate, plan));
  if (knowing !== undefined) return ok(knowing.engine);
  const kinds = [...new Set(plan.operations.map((operation) => operation.kind))].join(", ");
  const help = plan.operations.some(({ kind }) => RESIZING.has(kind)) ? RESIZE_HELP : "Set up a generative engine: see emend engines.";
  return unavailable(`No engine set up here can do this (${kinds}).`, help);
}

/**
 * Chooses who makes the edit: the engine named, or the first in order (light and local ones come first) that can do all of the plan.
 * Where none can do just this, but one does such things, it is taken all the same: its refusal says what it can do.
 * `given`: what came with the plan.
 * Codes: `engine_unknown`, `unsupported_operation` (named engine), `engine_unavailable`.
 */
export function routePlan(
  plan: Plan,
  wanted: string | undefined,
  candidates: readonly Candidate[],
  { given }: { readonly given?: Given } = {},
): Result<Engine> {
  const wish: Wish = { plan, given };
  return wanted === undefined || wanted === "auto" ? automatic(wish, candidates) : named(wanted, wish, candidates);
}
