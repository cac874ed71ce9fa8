import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import { type Engine, type EngineAvailability, supports } from "../engines/engine.ts";

export interface Candidate {
  readonly engine: Engine;
  readonly availability: EngineAvailability;
}

const unable = (engine: Engine, plan: Plan): string | undefined => plan.operations.find((operation) => !supports(engine, operation))?.kind;

const unavailable = (message: string, help: string | undefined): Result<never> =>
  err(emendError("engine_unavailable", message, { stage: "route", ...(help !== undefined && { help }) }));

function named(name: string, plan: Plan, candidates: readonly Candidate[]): Result<Engine> {
  const found = candidates.find(({ engine }) => engine.name === name);
  if (found === undefined) {
    const engines = ["auto", ...candidates.map(({ engine }) => engine.name)];
    const help = `Engines: ${engines.join(", ")}.`;
    return err(emendError("engine_unknown", `There is no engine called "${name}".`, { stage: "route", help, details: { engines } }));
  }
  const kind = unable(found.engine, plan);
  if (kind !== undefined) {
    const more = { stage: "route", help: "Try the engine auto, or say it differently.", details: { kind } } as const;
    return err(emendError("unsupported_operation", `The engine ${name} cannot do ${kind}.`, more));
  }
  return found.availability.available ? ok(found.engine) : unavailable(`The engine ${name} is not available.`, found.availability.reason);
}

function automatic(plan: Plan, candidates: readonly Candidate[]): Result<Engine> {
  const able = candidates.filter(({ engine }) => unable(engine, plan) === undefined);
  const ready = able.find(({ availability }) => availability.available);
  if (ready !== undefined) return ok(ready.engine);
  if (able.length > 0)
    return unavailable(`The engine ${able[0]!.engine.name} could do this and is not available.`, able[0]!.availability.reason);
  const kinds = [...new Set(plan.operations.map((operation) => operation.kind))].join(", ");
  return unavailable(`No engine set up here can do this (${kinds}).`, "Set up a generative engine: see emend engines.");
}

/**
 * Chooses who makes the edit: the engine named, or the first in order (light and local ones come first) that can do all of the plan.
 * Codes: `engine_unknown`, `unsupported_operation` (named engine), `engine_unavailable`.
 */
export function routePlan(plan: Plan, wanted: string | undefined, candidates: readonly Candidate[]): Result<Engine> {
  return wanted === undefined || wanted === "auto" ? automatic(plan, candidates) : named(wanted, plan, candidates);
}
