import type { EngineView } from "../../protocol/edit.ts";
import type { Engine } from "../engines/engine.ts";

/** What an engine can do and whether it can do it now, as the API shows it. */
export async function engineViewOf(engine: Engine, signal?: AbortSignal): Promise<EngineView> {
  const { operations, local, progress, cancel, cost, price } = engine.capabilities();
  const { available, reason, missing, consent, key } = await engine.check(signal);
  return {
    name: engine.name,
    available,
    local,
    operations: [...operations],
    progress,
    cancel,
    cost,
    ...(price !== undefined && { estimate: { price } }),
    ...(reason !== undefined && { reason }),
    ...(missing !== undefined && { missing: [...missing] }),
    ...(consent !== undefined && { consent }),
    ...(key !== undefined && { key }),
  };
}
