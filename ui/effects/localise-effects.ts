import { LIMITS } from "../../protocol/limits.ts";
import type { LocaliseEffect } from "../session/localise/localise-effect.ts";
import { type Carrier, type EffectEnvironment, NEVER, panelBug } from "./effect-environment.ts";
import { finished, placeMany } from "./place-many.ts";

type Placing = Extract<LocaliseEffect, { type: "localise.place" }>;

const REST_MS = 500;

/** The table and what each market was made with, enough to make them again. */
function recipeOf({ markets, table }: Placing): string {
  const items = markets.flatMap(({ run, letter }) => {
    const done = finished(run);
    return done ? [{ locale: letter, engine: done.result.engine, seed: done.result.seed, patch: done.result.patch.sha256 }] : [];
  });
  return JSON.stringify({ version: 1, mode: "locales", source: markets[0]?.run.source.sha256, table, items });
}

function place(env: EffectEnvironment, effect: Placing): void {
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
}

/** Without an answer nothing is said of a wording; making it says what is wrong. */
async function ask({ connector, dispatch }: EffectEnvironment, texts: readonly string[]): Promise<void> {
  const told = texts.length > 0 ? await connector.client.lettering(texts, NEVER) : undefined;
  if (told?.ok) dispatch({ type: "localise.lettered", texts, settable: told.value });
}

/** Markets onto the canvas; the table remembered and looked through whenever it rests. */
export function localiseEffects(env: EffectEnvironment): Carrier<LocaliseEffect> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let texts = new Set<string>();
  const rest = () => {
    env.dispatch({ type: "localise.rested" });
    void ask(env, [...texts].slice(0, LIMITS.letteringTexts));
    texts = new Set();
  };
  return {
    run(effect) {
      if (effect.type === "localise.place") return place(env, effect);
      for (const text of effect.texts) texts.add(text);
      clearTimeout(timer);
      timer = setTimeout(rest, REST_MS);
    },
    dispose: () => clearTimeout(timer),
  };
}
