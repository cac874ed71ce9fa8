import type { LocaliseEffect } from "../session/localise/localise-effect.ts";
import { type Carrier, type EffectEnvironment, panelBug } from "./effect-environment.ts";
import { finished, placeMany } from "./place-many.ts";

/** The table and what each market was made with, enough to make them again. */
function recipeOf({ markets, table }: LocaliseEffect): string {
  const items = markets.flatMap(({ run, letter }) => {
    const done = finished(run);
    return done ? [{ locale: letter, engine: done.result.engine, seed: done.result.seed, patch: done.result.patch.sha256 }] : [];
  });
  return JSON.stringify({ version: 1, mode: "locales", source: markets[0]?.run.source.sha256, table, items });
}

/** Finished markets onto the canvas. */
export const localiseEffects = (env: EffectEnvironment): Carrier<LocaliseEffect> => ({
  run(effect) {
    const { markets, layout } = effect;
    const keys = markets.map(({ run }) => run.key);
    const many = { runs: markets, layout, property: "Locale", suffix: "locales", recipe: recipeOf(effect) };
    placeMany(env, many).then(
      (done) =>
        done.ok
          ? env.dispatch({ type: "localise.placed", keys, ...done.value })
          : env.dispatch({ type: "localise.place.failed", error: done.error }),
      () => env.dispatch({ type: "localise.place.failed", error: panelBug() }),
    );
  },
});
