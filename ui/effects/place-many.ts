import type { VariantItem, VariantLayout } from "../../protocol/bridge.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { cutTiles } from "../pictures/cut-tiles.ts";
import type { ManyRun } from "../session/runs/runs-state.ts";
import type { LetteredRun } from "../session/variants/variants-effect.ts";
import { type EffectEnvironment, NEVER } from "./effect-environment.ts";
import { provenanceOf } from "./provenance-of.ts";

export const finished = ({ phase }: ManyRun) => (phase.kind === "done" ? phase : undefined);

export interface Many {
  readonly runs: readonly LetteredRun[];
  readonly layout: VariantLayout;
  /** Name of the component property. */
  readonly property: string;
  /** What follows the layer's name in the name of what holds them. */
  readonly suffix: string;
  readonly recipe: string;
}

/** The patch of one, kept by Figma piece by piece: one picture a message. */
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
  return ok({ label: letter, name: `Emend · ${run.label}`, pieces, provenance, ...(done.result.cutOut && { cutOut: true }) });
}

/** Lays finished runs of one source on the canvas together. */
export async function placeMany(
  env: EffectEnvironment,
  many: Many,
): Promise<Result<{ nodeIds: readonly string[]; note: string | undefined }>> {
  const { runs, layout, property, suffix, recipe } = many;
  const [first] = runs;
  if (!first) return err(emendError("empty_instruction", "There is no variant to place."));
  const items: VariantItem[] = [];
  for (const run of runs) {
    const item = await stored(env, run);
    if (!item.ok) return item;
    items.push(item.value);
  }
  const { layer, placement } = first.run.source;
  const name = `${layer.name} · ${suffix}`;
  const answer = await env.bridge.request({ type: "vary", layerId: layer.id, placement, layout, property, name, items, recipe });
  if (!answer.ok) return answer;
  if (answer.value.type !== "varied") return err(emendError("insertion_failed", "Figma did not name the new layers."));
  return ok({ nodeIds: answer.value.nodeIds, note: await env.connector.client.say(answer.value.note) });
}
