import type { EditRequest } from "../../protocol/edit.ts";
import { exhaustive } from "../../protocol/errors.ts";
import type { BridgeRequest } from "../bridge/panel-bridge.ts";
import type { JobEffect } from "../session/job/job-effect.ts";
import { type Carrier, type EffectEnvironment, NEVER, panelBug } from "./effect-environment.ts";
import { placeResult } from "./place-result.ts";

async function send({ connector, dispatch }: EffectEnvironment, edit: { readonly key: string; readonly request: EditRequest }) {
  const { key } = edit;
  const accepted = await connector.client.edit(edit, NEVER);
  if (accepted.ok) dispatch({ type: "job.accepted", key, jobId: accepted.value });
  else dispatch({ type: "job.refused", key, error: accepted.error });
}

async function watch({ connector, dispatch }: EffectEnvironment, jobId: string): Promise<void> {
  const job = await connector.client.job(jobId, NEVER);
  if (job.ok) dispatch({ type: "job.changed", job: job.value });
  // Lost once more: the next connection watches again.
  else if (job.error.code !== "connection_lost" && job.error.code !== "companion_unreachable")
    dispatch({ type: "job.changed", job: { id: jobId, status: "failed", error: job.error } });
}

type Change = Extract<JobEffect, { type: "job.visible" | "job.original" | "job.discard" }>;

const CHANGES = { "job.visible": "visible", "job.original": "original", "job.discard": "discard" } as const;

/** The canvas may refuse (the layer was deleted by hand): the person is told in Figma's own way. */
async function change({ bridge, dispatch }: EffectEnvironment, effect: Change): Promise<void> {
  // The effects are the messages, under names of their own.
  const done = await bridge.request({ ...effect, type: CHANGES[effect.type] } as BridgeRequest);
  if (!done.ok) bridge.send({ type: "notify", text: done.error.message.slice(0, 100), error: true });
  else if (effect.type === "job.original") dispatch({ type: "job.original.set", nodeId: effect.nodeId, hidden: !effect.visible });
}

/** The edit that is looked at: sent, watched, placed, shown and hidden. */
export const jobEffects = (env: EffectEnvironment): Carrier<JobEffect> => ({
  run(effect) {
    switch (effect.type) {
      case "job.edit":
        return void send(env, effect);
      case "job.watch":
        return void watch(env, effect.jobId);
      case "job.cancel":
        return void env.connector.client.cancel(effect.jobId, NEVER);
      case "job.place": {
        const { placing } = effect;
        const failed = () => env.dispatch({ type: "job.place.failed", key: placing.run.key, error: panelBug() });
        return void placeResult(env, placing).catch(failed);
      }
      case "job.visible":
      case "job.original":
      case "job.discard":
        return void change(env, effect);
      default:
        return exhaustive(effect);
    }
  },
});
