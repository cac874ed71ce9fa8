import { exhaustive } from "../../protocol/errors.ts";
import type { ShellEffect } from "../session/shell/shell-effect.ts";
import { type Carrier, type EffectEnvironment, NEVER } from "./effect-environment.ts";

async function askEngines({ connector, dispatch }: EffectEnvironment): Promise<void> {
  const engines = await connector.client.engines(NEVER);
  if (engines.ok) dispatch({ type: "shell.engines", engines: engines.value });
}

/** Settings, the connection, and the engines behind it. */
export const shellEffects = (env: EffectEnvironment): Carrier<ShellEffect> => ({
  run(effect) {
    const { bridge, connector } = env;
    switch (effect.type) {
      case "shell.settings":
        return bridge.send({ type: "settings", settings: effect.settings });
      case "shell.connect":
        return connector.connect({ token: effect.settings.token, port: effect.settings.port });
      case "shell.engines":
        return void askEngines(env);
      case "shell.consent":
        return void connector.client.consent(effect, NEVER).then(() => askEngines(env));
      default:
        return exhaustive(effect);
    }
  },
});
