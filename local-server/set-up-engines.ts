import { createChildCodec } from "./codec/child-codec.ts";
import { createEngines } from "./engines/create-engines.ts";
import type { Engine } from "./engines/engine.ts";
import { createLogger, logLevelOf } from "./observability/logger.ts";
import { installedMatting } from "./registry/installed-matting.ts";
import { modelFolderOf } from "./registry/model-folder.ts";
import { createSettingsStore } from "./settings/settings-store.ts";

/** All engines of this companion, as the environment and the settings in its data folder set them up. They share one picture decoder, which ends when any is disposed of. */
export function setUpEngines(dataFolder: string, env: NodeJS.ProcessEnv = process.env): readonly Engine[] {
  const codec = createChildCodec({ logger: createLogger(logLevelOf(env.EMEND_LOG), (line) => process.stderr.write(line)) });
  const { of: settingsOf } = createSettingsStore(dataFolder, env);
  const matting = () => installedMatting(modelFolderOf(dataFolder));
  return createEngines({ codec, env, settingsOf, dataFolder, matting }).map((engine) => ({
    ...engine,
    dispose: async () => {
      await engine.dispose?.();
      await codec.close();
    },
  }));
}
