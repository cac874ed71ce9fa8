import { exhaustive } from "../../protocol/errors.ts";
import { previewScale, scaledSize } from "../pictures/picture-shelf.ts";
import type { RunsEffect } from "../session/runs/runs-effect.ts";
import { type Carrier, type EffectEnvironment, NEVER } from "./effect-environment.ts";

async function send({ connector, dispatch }: EffectEnvironment, effect: Extract<RunsEffect, { type: "runs.edit" }>): Promise<void> {
  const { key, jobKey, request } = effect;
  const accepted = await connector.client.edit({ key: jobKey, request }, NEVER);
  if (accepted.ok) dispatch({ type: "runs.accepted", key, jobId: accepted.value });
  else dispatch({ type: "runs.refused", key, error: accepted.error });
}

async function watch({ connector, dispatch }: EffectEnvironment, jobId: string): Promise<void> {
  const job = await connector.client.job(jobId, NEVER);
  if (job.ok) dispatch({ type: "runs.changed", job: job.value });
  // Lost once more: the next connection watches again.
  else if (job.error.code !== "connection_lost" && job.error.code !== "companion_unreachable")
    dispatch({ type: "runs.changed", job: { id: jobId, status: "failed", error: job.error } });
}

/** A preview that cannot be had now is asked for again at the next connection. */
async function picture(
  { connector, shelf, dispatch }: EffectEnvironment,
  effect: Extract<RunsEffect, { type: "runs.picture" }>,
): Promise<void> {
  const { key, result } = effect;
  const fetched = await connector.client.download(result.result.sha256, NEVER);
  if (!fetched.ok) return;
  const size = scaledSize(result.result, previewScale(result.result));
  dispatch({ type: "runs.pictured", key, picture: await shelf.put(fetched.value, size) });
}

/** Many edits side by side: sent, watched, cancelled, previewed. */
export const runsEffects = (env: EffectEnvironment): Carrier<RunsEffect> => ({
  run(effect) {
    switch (effect.type) {
      case "runs.edit":
        return void send(env, effect);
      case "runs.watch":
        return void watch(env, effect.jobId);
      case "runs.cancel":
        return void env.connector.client.cancel(effect.jobId, NEVER);
      case "runs.picture":
        return void picture(env, effect);
      default:
        return exhaustive(effect);
    }
  },
});
