import type { ManyRun } from "../session/runs/runs-state.ts";
import type { VariantsEffect } from "../session/variants/variants-effect.ts";
import { type Carrier, type EffectEnvironment, panelBug } from "./effect-environment.ts";
import { insertResult } from "./insert-result.ts";
import { finished, placeMany } from "./place-many.ts";

type Place = Extract<VariantsEffect, { type: "variants.place" }>;

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

const place = (env: EffectEnvironment, effect: Place) =>
  placeMany(env, { runs: effect.variants, layout: effect.layout, property: "Variant", suffix: "variants", recipe: recipeOf(effect) });

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
