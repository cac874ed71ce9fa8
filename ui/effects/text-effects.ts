import type { TextEffect } from "../session/text/text-effect.ts";
import type { Carrier, EffectEnvironment } from "./effect-environment.ts";

async function read({ connector, dispatch }: EffectEnvironment, effect: TextEffect, signal: AbortSignal): Promise<void> {
  const { sha256, index, region } = effect;
  const found = await connector.client.find(sha256, signal, region);
  if (!signal.aborted) dispatch({ type: "text.was.read", sha256, index, texts: found.ok ? found.value.texts : [] });
}

/** Has single boxes read again, once a box rests; the latest reading of a row is the only one. */
export function textEffects(env: EffectEnvironment): Carrier<TextEffect> {
  const rows = new Map<number, AbortController>();
  return {
    run(effect) {
      rows.get(effect.index)?.abort();
      const abort = new AbortController();
      rows.set(effect.index, abort);
      const timer = setTimeout(() => void read(env, effect, abort.signal), effect.delayMs);
      abort.signal.addEventListener("abort", () => clearTimeout(timer));
    },
    dispose() {
      for (const abort of rows.values()) abort.abort();
    },
  };
}
