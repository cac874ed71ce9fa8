import { exhaustive } from "../../protocol/errors.ts";
import type { BatchEffect } from "../session/batch/batch-effect.ts";
import { shorten } from "../session/job/wish.ts";
import { type Carrier, type EffectEnvironment, NEVER, panelBug } from "./effect-environment.ts";
import { insertResult, isUnchanged } from "./insert-result.ts";

type Of<T extends BatchEffect["type"]> = Extract<BatchEffect, { type: T }>;

/** Canvas → panel → companion. The bytes live only as long as this call. */
async function prepare({ bridge, connector, dispatch }: EffectEnvironment, { key, layer }: Of<"batch.prepare">): Promise<void> {
  const exported = await bridge.request({ type: "export", layerId: layer.id });
  if (!exported.ok) return dispatch({ type: "batch.failed", key, error: exported.error });
  if (exported.value.type !== "exported") return dispatch({ type: "batch.failed", key, error: panelBug() });
  const { bytes, placement } = exported.value;
  const sent = await connector.client.upload(bytes as Uint8Array<ArrayBuffer>, NEVER);
  if (sent.ok) dispatch({ type: "batch.prepared", key, sha256: sent.value, placement });
  else dispatch({ type: "batch.failed", key, error: sent.error });
}

async function edit({ connector, dispatch }: EffectEnvironment, { key, request }: Of<"batch.edit">): Promise<void> {
  const accepted = await connector.client.edit({ key, request }, NEVER);
  if (accepted.ok) dispatch({ type: "batch.accepted", key, jobId: accepted.value });
  else dispatch({ type: "batch.failed", key, error: accepted.error });
}

async function watch({ connector, dispatch }: EffectEnvironment, jobId: string): Promise<void> {
  const job = await connector.client.job(jobId, NEVER);
  if (job.ok) dispatch({ type: "batch.job", job: job.value, at: Date.now() });
  // Lost once more: the next connection watches again.
  else if (job.error.code !== "connection_lost" && job.error.code !== "companion_unreachable")
    dispatch({ type: "batch.job", job: { id: jobId, status: "failed", error: job.error }, at: Date.now() });
}

/** A result that changes nothing is not placed; one that lies there already, from before the panel was closed, is not placed again. */
async function place(env: EffectEnvironment, effect: Of<"batch.place">): Promise<void> {
  const { key, layer, sent, jobId, request, result } = effect;
  if (isUnchanged(result)) return env.dispatch({ type: "batch.placed", key, nodeId: undefined });
  const source = { layer, placement: sent.placement, sha256: sent.sha256, texts: [], picture: 0 };
  const run = { source, request, label: shorten(request.instruction ?? layer.name) };
  const inserted = await insertResult(env, { run, jobId, result }, { once: true });
  if (inserted.ok) env.dispatch({ type: "batch.placed", key, nodeId: inserted.value.id });
  else env.dispatch({ type: "batch.failed", key, error: inserted.error });
}

/** Many layers, one instruction. */
export const batchEffects = (env: EffectEnvironment): Carrier<BatchEffect> => {
  const failing = (key: string) => () => env.dispatch({ type: "batch.failed", key, error: panelBug() });
  return {
    run(effect) {
      switch (effect.type) {
        case "batch.prepare":
          return void prepare(env, effect).catch(failing(effect.key));
        case "batch.edit":
          return void edit(env, effect);
        case "batch.watch":
          return void watch(env, effect.jobId);
        case "batch.cancel":
          return void env.connector.client.cancel(effect.jobId, NEVER);
        case "batch.place":
          return void place(env, effect).catch(failing(effect.key));
        default:
          return exhaustive(effect);
      }
    },
  };
};
