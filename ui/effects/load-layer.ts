import { emendError, type Result } from "../../protocol/errors.ts";
import { previewScale, scaledSize } from "../pictures/picture-shelf.ts";
import type { Effect } from "../session/effect.ts";
import type { Source } from "../session/layer/layer-state.ts";
import type { EffectEnvironment } from "./effect-environment.ts";

type Load = Extract<Effect, { type: "layer.load" }>;

/** Canvas → panel → companion: exports the layer, sends it if the companion lacks it, and has its texts found. The bytes live only as long as this call. */
export async function loadLayer(env: EffectEnvironment, load: Load, signal: AbortSignal): Promise<void> {
  const { loadId } = load;
  const source = await readSource(env, load, signal);
  if (source.ok) env.dispatch({ type: "layer.ready", loadId, source: source.value });
  else env.dispatch({ type: "layer.failed", loadId, error: source.error });
}

async function readSource(env: EffectEnvironment, { loadId, layer }: Load, signal: AbortSignal): Promise<Result<Source>> {
  const { client } = env.connector;
  const exported = await env.bridge.request({ type: "export", layerId: layer.id });
  if (!exported.ok) return exported;
  if (exported.value.type !== "exported")
    return { ok: false, error: emendError("internal", "Figma gave another answer than the picture.") };
  const { bytes, placement } = exported.value;
  const owned = bytes as Uint8Array<ArrayBuffer>;
  const whole = { width: placement.imageWidth, height: placement.imageHeight };
  const picture = await env.shelf.put(owned, scaledSize(whole, previewScale(whole)));
  env.dispatch({ type: "layer.step", loadId, step: "sending", picture });
  const sent = await client.upload(owned, signal);
  if (!sent.ok) return sent;
  env.dispatch({ type: "layer.step", loadId, step: "finding", picture: undefined });
  const found = await client.find(sent.value, signal);
  if (!found.ok) return found;
  return { ok: true, value: { layer, placement, sha256: sent.value, texts: found.value.texts, picture } };
}
