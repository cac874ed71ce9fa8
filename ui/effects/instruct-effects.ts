import type { InstructEffect } from "../session/instruct/instruct-effect.ts";
import type { Carrier, EffectEnvironment } from "./effect-environment.ts";

async function askPlan(
  { connector, dispatch }: EffectEnvironment,
  { instruction, source }: InstructEffect,
  signal: AbortSignal,
): Promise<void> {
  const plan = await connector.client.plan(instruction, signal, source);
  if (signal.aborted) return;
  if (plan.ok) dispatch({ type: "instruct.understood", instruction, plan: plan.value });
  else dispatch({ type: "instruct.not.understood", instruction, error: plan.error });
}

/** Asks what an instruction means, once the typing pauses; the latest question is the only one. */
export function instructEffects(env: EffectEnvironment): Carrier<InstructEffect> {
  let plan = new AbortController();
  return {
    run(effect) {
      plan.abort();
      plan = new AbortController();
      const { signal } = plan;
      const timer = setTimeout(() => void askPlan(env, effect, signal), effect.delayMs);
      signal.addEventListener("abort", () => clearTimeout(timer));
    },
    dispose: () => plan.abort(),
  };
}
