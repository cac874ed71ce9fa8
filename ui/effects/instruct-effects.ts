import type { InstructEffect } from "../session/instruct/instruct-effect.ts";
import type { Carrier, EffectEnvironment } from "./effect-environment.ts";

type Plan = Extract<InstructEffect, { type: "instruct.plan" }>;

async function askPlan({ connector, dispatch }: EffectEnvironment, asked: Plan, signal: AbortSignal): Promise<void> {
  const plan = await connector.client.plan(asked, signal);
  const { instruction } = asked;
  if (signal.aborted) return;
  if (plan.ok) dispatch({ type: "instruct.understood", instruction, plan: plan.value });
  else dispatch({ type: "instruct.not.understood", instruction, error: plan.error });
}

async function askAreas(
  { bridge, dispatch }: EffectEnvironment,
  effect: Extract<InstructEffect, { type: "instruct.areas" }>,
): Promise<void> {
  const { use, layerId, placement } = effect;
  const answer = await bridge.request({ type: "areas", layerId, placement });
  const areas = answer.ok && answer.value.type === "areas" ? answer.value.areas : [];
  dispatch({ type: "instruct.areas", use, areas });
}

/** Asks what an instruction means, once the typing pauses (the latest question is the only one), and where selected layers lie. */
export function instructEffects(env: EffectEnvironment): Carrier<InstructEffect> {
  let plan = new AbortController();
  return {
    run(effect) {
      if (effect.type === "instruct.areas") return void askAreas(env, effect);
      plan.abort();
      plan = new AbortController();
      const { signal } = plan;
      const timer = setTimeout(() => void askPlan(env, effect, signal), effect.delayMs);
      signal.addEventListener("abort", () => clearTimeout(timer));
    },
    dispose: () => plan.abort(),
  };
}
