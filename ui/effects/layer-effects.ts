import type { LayerEffect } from "../session/layer/layer-effect.ts";
import { type Carrier, type EffectEnvironment, panelBug } from "./effect-environment.ts";
import { loadLayer } from "./load-layer.ts";

/** Gets layers to the companion, one at a time: a newer load ends the older one. */
export function layerEffects(env: EffectEnvironment): Carrier<LayerEffect> {
  let load = new AbortController();
  return {
    run(effect) {
      load.abort();
      if (effect.type === "layer.unload") return;
      load = new AbortController();
      const failed = () => env.dispatch({ type: "layer.failed", loadId: effect.loadId, error: panelBug() });
      loadLayer(env, effect, load.signal).catch(failed);
    },
    dispose: () => load.abort(),
  };
}
