import type { EditResult } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { cutTiles } from "../pictures/cut-tiles.ts";
import { type EffectEnvironment, NEVER } from "./effect-environment.ts";
import { type Outcome, provenanceOf } from "./provenance-of.ts";

export interface InsertedNode {
  readonly id: string;
  readonly note: string | undefined;
}

/** Nothing was changed: everything is outside the mask, and the patch (which cannot be empty) holds no visible pixel. */
export const isUnchanged = ({ outside, source }: EditResult): boolean =>
  outside.changed === 0 && outside.pixels >= source.width * source.height;

/** Fetches the patch and has it inserted above its source, with the strings the canvas sets itself. */
export async function insertResult(
  env: EffectEnvironment,
  outcome: Outcome,
  how: { readonly once?: true } = {},
): Promise<Result<InsertedNode>> {
  const { run, result } = outcome;
  const { sha256, ...rect } = result.patch;
  // Placing is short and must not stop half-way, so it cannot be cancelled.
  const fetched = await env.connector.client.download(sha256, NEVER);
  if (!fetched.ok) return fetched;
  const { layer, placement } = run.source;
  const [first, ...others] = await cutTiles(fetched.value, rect);
  const texts = result.texts.flatMap(({ live, wanted, lines, style }) =>
    live ? [{ characters: lines?.join("\n") ?? wanted, ink: live.ink, style }] : [],
  );
  const inserted = await env.bridge.request({
    type: "insert",
    layerId: layer.id,
    placement,
    rect: first.rect,
    bytes: first.bytes,
    ...(others.length > 0 && { tiles: others }),
    ...(texts.length > 0 && { texts }),
    name: `Emend · ${run.label}`,
    provenance: provenanceOf(outcome),
    ...how,
  });
  if (!inserted.ok) return inserted;
  if (inserted.value.type !== "inserted") return err(emendError("insertion_failed", "Figma did not name the new layer."));
  return ok({ id: inserted.value.nodeId, note: await env.connector.client.say(inserted.value.note) });
}
