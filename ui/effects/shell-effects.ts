import { exhaustive } from "../../protocol/errors.ts";
import type { ShellEffect } from "../session/shell/shell-effect.ts";
import type { Carrier, EffectEnvironment } from "./effect-environment.ts";

/** Settings and the connection. */
export const shellEffects = ({ bridge, connector }: EffectEnvironment): Carrier<ShellEffect> => ({
  run(effect) {
    switch (effect.type) {
      case "shell.settings":
        return bridge.send({ type: "settings", settings: effect.settings });
      case "shell.connect":
        return connector.connect({ token: effect.settings.token, port: effect.settings.port });
      default:
        return exhaustive(effect);
    }
  },
});
