import { exhaustive } from "../../protocol/errors.ts";
import type { Language } from "../../protocol/language.ts";
import { drawSample } from "../pictures/draw-sample.ts";
import type { ShellEffect } from "../session/shell/shell-effect.ts";
import { type Carrier, type EffectEnvironment, NEVER } from "./effect-environment.ts";

async function askEngines({ connector, dispatch }: EffectEnvironment): Promise<void> {
  const engines = await connector.client.engines(NEVER);
  if (engines.ok) dispatch({ type: "shell.engines", engines: engines.value });
}

async function placeSample({ bridge }: EffectEnvironment, language: Language): Promise<void> {
  const sample = await drawSample(language);
  const placed = sample && (await bridge.request({ type: "sample", ...sample }));
  if (placed && !placed.ok) bridge.send({ type: "notify", text: placed.error.message, error: true });
}

/** Both sides' words as one text; where the companion is away, the panel's alone. */
async function diagnose({ connector, dispatch }: EffectEnvironment): Promise<void> {
  const [panel, told] = await Promise.all([connector.findings(), connector.client.diagnostics(NEVER)]);
  const report = { at: new Date().toISOString(), panel, companion: told.ok ? told.value : told.error.code };
  dispatch({ type: "shell.report", report: JSON.stringify(report, null, 1) });
}

/** How often a running install is asked after. */
const INSTALL_MS = 1000;

/** Tells what is installed, and goes on telling while something is being installed. Models are for those who run the companion: others hear none. */
function watchModels({ connector, dispatch }: EffectEnvironment): { ask(): void; dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    clearTimeout(timer);
    const models = await connector.client.models(NEVER);
    if (!models.ok) return;
    dispatch({ type: "shell.models", models: models.value });
    const busy = models.value.models.some(({ state }) => state === "installing" || state === "waiting");
    clearTimeout(timer);
    if (busy) timer = setTimeout(() => void ask(), INSTALL_MS);
  };
  return { ask: () => void ask(), dispose: () => clearTimeout(timer) };
}

/** Settings, the connection, the engines behind it and what is installed for them. */
export const shellEffects = (env: EffectEnvironment): Carrier<ShellEffect> => {
  const { bridge, connector } = env;
  const models = watchModels(env);
  return {
    dispose: models.dispose,
    run(effect) {
      switch (effect.type) {
        case "shell.settings":
          return bridge.send({ type: "settings", settings: effect.settings });
        case "shell.connect":
          return connector.connect({ token: effect.settings.token, port: effect.settings.port });
        case "shell.sample":
          return void placeSample(env, effect.language);
        case "shell.window":
          return connector.connectThroughWindow();
        case "shell.diagnose":
          return void diagnose(env);
        case "shell.engines":
          return void askEngines(env);
        case "shell.models":
          return models.ask();
        case "shell.install":
          return void connector.client.installModel(effect.model, NEVER).then(models.ask);
        case "shell.stopInstall":
          return void connector.client.stopModel(effect.model, NEVER).then(models.ask);
        case "shell.consent":
          return void connector.client.consent(effect, NEVER).then(() => askEngines(env));
        default:
          return exhaustive(effect);
      }
    },
  };
};
