import type { EngineView } from "../../protocol/edit.ts";
import type { Engine } from "../engines/engine.ts";

/** What an engine can do and whether it can do it now, as the API shows it. */
export async function engineViewOf(engine: Engine, signal?: AbortSignal): Promise<EngineView> {
  const { operations, local, progress, cancel } = engine.capabilities();
  const { available, reason } = await engine.check(signal);
  return { name: engine.name, available, local, operations: [...operations], progress, cancel, ...(reason !== undefined && { reason }) };
}
