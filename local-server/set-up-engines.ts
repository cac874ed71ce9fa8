import { createChildCodec } from "./codec/child-codec.ts";
import { createEngines } from "./engines/create-engines.ts";
import type { Engine } from "./engines/engine.ts";
import { createLogger, logLevelOf } from "./observability/logger.ts";

/** All engines of this companion, as the environment sets them up. They share one picture decoder, which ends when any is disposed of. */
export function setUpEngines(env: NodeJS.ProcessEnv = process.env): readonly Engine[] {
  const codec = createChildCodec({ logger: createLogger(logLevelOf(env.EMEND_LOG), (line) => process.stderr.write(line)) });
  return createEngines({ codec, env }).map((engine) => ({
    ...engine,
    dispose: async () => {
      await engine.dispose?.();
      await codec.close();
    },
  }));
}
