import type { Provenance } from "../../protocol/bridge.ts";
import type { EditResult } from "../../protocol/edit.ts";
import { emendError, type Result } from "../../protocol/errors.ts";
import { cutTiles } from "../pictures/cut-tiles.ts";
import { previewScale, scaledSize } from "../pictures/picture-shelf.ts";
import type { Effect } from "../session/effect.ts";
import type { PictureId } from "../session/layer/layer-state.ts";
import type { EffectEnvironment } from "./effect-environment.ts";

type Placing = Extract<Effect, { type: "job.place" }>["placing"];

/** What the inserted layer says of itself. The time is the certificate's: when the edit was made, not when it was placed. */
export const provenanceOf = ({ run, jobId, result }: Placing): Provenance => ({
  version: 1,
  jobId,
  sourceNode: run.source.layer.id,
  sourceName: run.source.layer.name,
  source: result.source.sha256,
  patch: result.patch.sha256,
  instruction: run.request.instruction ?? run.label,
  engine: result.engine,
  confidence: result.confidence,
  outsideChanged: result.outside.changed,
  seed: result.seed,
  createdAt: result.certificate.createdAt,
});

interface Done {
  readonly node: { readonly id: string; readonly note: string | undefined } | undefined;
  readonly after: PictureId | undefined;
}

/** Nothing was changed: everything is outside the mask, and the patch (which cannot be empty) holds no visible pixel. */
const isUnchanged = ({ outside, source }: EditResult): boolean => outside.changed === 0 && outside.pixels >= source.width * source.height;

/** Companion → panel → canvas: fetches the patch and has it inserted above the source. A result that changes nothing is not placed. */
export async function placeResult(env: EffectEnvironment, placing: Placing): Promise<void> {
  const { key } = placing.run;
  const done = await place(env, placing);
  if (done.ok) env.dispatch({ type: "job.placed", key, ...done.value });
  else env.dispatch({ type: "job.place.failed", key, error: done.error });
}

async function place(env: EffectEnvironment, placing: Placing): Promise<Result<Done>> {
  const { run, result } = placing;
  const { sha256, ...rect } = result.patch;
  if (isUnchanged(result)) return { ok: true, value: { node: undefined, after: undefined } };
  // Placing is short and must not stop half-way, so it cannot be cancelled.
  const fetched = await env.connector.client.download(sha256, new AbortController().signal);
  if (!fetched.ok) return fetched;
  const { layer, placement } = run.source;
  const [first, ...others] = await cutTiles(fetched.value, rect);
  const inserted = await env.bridge.request({
    type: "insert",
    layerId: layer.id,
    placement,
    rect: first.rect,
    bytes: first.bytes,
    ...(others.length > 0 && { tiles: others }),
    name: `Emend · ${run.label}`,
    provenance: provenanceOf(placing),
  });
  if (!inserted.ok) return inserted;
  if (inserted.value.type !== "inserted") return { ok: false, error: emendError("insertion_failed", "Figma did not name the new layer.") };
  return { ok: true, value: { node: { id: inserted.value.nodeId, note: inserted.value.note }, after: await showAfter(env, result) } };
}

/**
 * The preview of the whole result. The patch laid over the source's preview would not do: scaled down, its hard edges mix with the
 * old letters under them. The layer is in place already, so a preview that cannot be had is no failure.
 */
async function showAfter(env: EffectEnvironment, { result }: EditResult): Promise<PictureId | undefined> {
  const fetched = await env.connector.client.download(result.sha256, new AbortController().signal);
  return fetched.ok ? env.shelf.put(fetched.value, scaledSize(result, previewScale(result))) : undefined;
}
