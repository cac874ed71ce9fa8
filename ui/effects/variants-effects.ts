import type { VariantItem } from "../../protocol/bridge.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { cutTiles } from "../pictures/cut-tiles.ts";
import type { ManyRun } from "../session/runs/runs-state.ts";
import type { LetteredRun, VariantsEffect } from "../session/variants/variants-effect.ts";
import { type Carrier, type EffectEnvironment, NEVER, panelBug } from "./effect-environment.ts";
import { insertResult } from "./insert-result.ts";
import { provenanceOf } from "./provenance-of.ts";

type Place = Extract<VariantsEffect, { type: "variants.place" }>;

const finished = ({ phase }: ManyRun) => (phase.kind === "done" ? phase : undefined);

/** The variant's patch, kept by Figma piece by piece: one picture a message. */
async function stored(env: EffectEnvironment, { run, letter }: LetteredRun): Promise<Result<VariantItem>> {
  const done = finished(run);
  if (!done) return err(emendError("internal", "The variant is not finished."));
  const { sha256, ...rect } = done.result.patch;
  const fetched = await env.connector.client.download(sha256, NEVER);
  if (!fetched.ok) return fetched;
  const pieces: { rect: typeof rect; imageHash: string }[] = [];
  for (const tile of await cutTiles(fetched.value, rect)) {
    const kept = await env.bridge.request({ type: "store", bytes: tile.bytes });
    if (!kept.ok) return kept;
    if (kept.value.type === "stored") pieces.push({ rect: tile.rect, imageHash: kept.value.imageHash });
  }
  const provenance = provenanceOf({ run, jobId: done.jobId, result: done.result });
  return ok({ label: letter, name: `Emend · ${run.label}`, pieces, provenance });
}

/** How the variants were made, enough to make them again. */
function recipeOf({ variants, form }: Place): string {
  const items = variants.flatMap(({ run, letter }) => {
    const done = finished(run);
    return done
      ? [{ letter, request: run.request, engine: done.result.engine, seed: done.result.seed, patch: done.result.patch.sha256 }]
      : [];
  });
  return JSON.stringify({ version: 1, mode: form.mode, items });
}

async function place(env: EffectEnvironment, effect: Place): Promise<Result<{ nodeIds: readonly string[]; note: string | undefined }>> {
  const { variants, layout } = effect;
  const [first] = variants;
  if (!first) return err(emendError("empty_instruction", "There is no variant to place."));
  const items: VariantItem[] = [];
  for (const variant of variants) {
    const item = await stored(env, variant);
    if (!item.ok) return item;
    items.push(item.value);
  }
  const { layer, placement } = first.run.source;
  const name = `${layer.name} · variants`;
  const answer = await env.bridge.request({
    type: "vary",
    layerId: layer.id,
    placement,
    layout,
    property: "Variant",
    name,
    items,
    recipe: recipeOf(effect),
  });
  if (!answer.ok) return answer;
  if (answer.value.type !== "varied") return err(emendError("insertion_failed", "Figma did not name the new layers."));
  return ok({ nodeIds: answer.value.nodeIds, note: answer.value.note });
}

async function promote(env: EffectEnvironment, run: ManyRun): Promise<void> {
  const done = finished(run);
  if (!done) return;
  const inserted = await insertResult(env, { run, jobId: done.jobId, result: done.result });
  const text = inserted.ok ? `Emend · ${run.label}` : inserted.error.message;
  env.bridge.send({ type: "notify", text: text.slice(0, 100), error: !inserted.ok });
}

/** Finished variants onto the canvas. */
export const variantsEffects = (env: EffectEnvironment): Carrier<VariantsEffect> => ({
  run(effect) {
    if (effect.type === "variants.promote") return void promote(env, effect.run);
    const keys = effect.variants.map(({ run }) => run.key);
    const report = (done: Awaited<ReturnType<typeof place>>) =>
      done.ok
        ? env.dispatch({ type: "variants.placed", keys, ...done.value })
        : env.dispatch({ type: "variants.place.failed", error: done.error });
    place(env, effect).then(report, () => env.dispatch({ type: "variants.place.failed", error: panelBug() }));
  },
});
