import type { EditResult } from "../../protocol/edit.ts";
import type { Result } from "../../protocol/errors.ts";
import { previewScale, scaledSize } from "../pictures/picture-shelf.ts";
import type { Effect } from "../session/effect.ts";
import type { PictureId } from "../session/layer/layer-state.ts";
import { type EffectEnvironment, NEVER } from "./effect-environment.ts";
import { type InsertedNode, insertResult, isUnchanged } from "./insert-result.ts";

type Placing = Extract<Effect, { type: "job.place" }>["placing"];

interface Done {
  readonly node: InsertedNode | undefined;
  readonly after: PictureId | undefined;
}

/** Companion → panel → canvas: fetches the patch and has it inserted above the source. A result that changes nothing is not placed. */
export async function placeResult(env: EffectEnvironment, placing: Placing): Promise<void> {
  const { key } = placing.run;
  const done = await place(env, placing);
  if (done.ok) env.dispatch({ type: "job.placed", key, ...done.value });
  else env.dispatch({ type: "job.place.failed", key, error: done.error });
}

async function place(env: EffectEnvironment, placing: Placing): Promise<Result<Done>> {
  const { result } = placing;
  if (isUnchanged(result)) return { ok: true, value: { node: undefined, after: undefined } };
  const inserted = await insertResult(env, placing);
  return inserted.ok ? { ok: true, value: { node: inserted.value, after: await showAfter(env, result) } } : inserted;
}

/**
 * The preview of the whole result. The patch laid over the source's preview would not do: scaled down, its hard edges mix with the
 * old letters under them. The layer is in place already, so a preview that cannot be had is no failure.
 */
async function showAfter(env: EffectEnvironment, { result }: EditResult): Promise<PictureId | undefined> {
  const fetched = await env.connector.client.download(result.sha256, NEVER);
  return fetched.ok ? env.shelf.put(fetched.value, scaledSize(result, previewScale(result))) : undefined;
}
