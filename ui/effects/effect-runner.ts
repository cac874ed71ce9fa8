import type { Effect } from "../session/effect.ts";
import { type Area, areaOf } from "../session/reduce.ts";
import { batchEffects } from "./batch-effects.ts";
import type { Carrier, EffectEnvironment } from "./effect-environment.ts";
import { historyEffects } from "./history-effects.ts";
import { instructEffects } from "./instruct-effects.ts";
import { jobEffects } from "./job-effects.ts";
import { layerEffects } from "./layer-effects.ts";
import { localiseEffects } from "./localise-effects.ts";
import { proofEffects } from "./proof-effects.ts";
import { runsEffects } from "./runs-effects.ts";
import { shellEffects } from "./shell-effects.ts";
import { textEffects } from "./text-effects.ts";
import { variantsEffects } from "./variants-effects.ts";

type Carriers = { readonly [A in Area<Effect["type"]>]: Carrier<Extract<Effect, { type: `${A}.${string}` }>> };

/** Hands each effect to the carrier of its area. */
export class EffectRunner {
  readonly #carriers: Carriers;

  constructor(env: EffectEnvironment) {
    this.#carriers = {
      shell: shellEffects(env),
      layer: layerEffects(env),
      job: jobEffects(env),
      runs: runsEffects(env),
      text: textEffects(env),
      instruct: instructEffects(env),
      variants: variantsEffects(env),
      history: historyEffects(env),
      batch: batchEffects(env),
      localise: localiseEffects(env),
      proof: proofEffects(env),
      pictures: { run: ({ pictures }) => env.shelf.release(pictures) },
    };
  }

  run(effect: Effect): void {
    const carrier = this.#carriers[areaOf(effect.type)] as Carrier<Effect>;
    carrier.run(effect);
  }

  dispose(): void {
    for (const carrier of Object.values(this.#carriers)) carrier.dispose?.();
  }
}
