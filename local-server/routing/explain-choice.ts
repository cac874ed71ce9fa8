import type { Plan } from "../../protocol/plan.ts";
import type { Engine, EngineAvailability } from "../engines/engine.ts";

export const kindsOf = (plan: Plan): string => [...new Set(plan.operations.map(({ kind }) => kind))].join(", ");

/** `on this machine`, or the host pictures go to and what a result costs there. */
function placeOf(engine: Engine, { consent }: EngineAvailability): string {
  const { local, price } = engine.capabilities();
  if (local) return "on this machine";
  const host = `at ${consent === undefined ? "another machine" : consent.host}`;
  return price === undefined ? host : `${host}, for about ${price.amount} ${price.currency}`;
}

/** Why this engine, in one sentence. `passed`: those before it in order, which cannot do all of the plan or are not ready. */
export function explainChoice(
  engine: Engine,
  plan: Plan,
  { availability, passed }: { readonly availability: EngineAvailability; readonly passed: readonly Engine[] },
): string {
  const place = placeOf(engine, availability);
  if (passed.length === 0) return `${engine.name} can do all of this ${place}.`;
  const others = passed.map(({ name }) => name).join(", ");
  return `${engine.name} does this ${place}: ${others} cannot do ${kindsOf(plan)}, or ${passed.length === 1 ? "is" : "are"} not ready.`;
}
