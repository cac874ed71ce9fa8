import { createImagingPorts } from "../runtime/imaging-ports.ts";
import type { Engine, TextEngine } from "./engine.ts";
import { createInstantEngine } from "./instant/index.ts";

function instant(): TextEngine {
  const ports = createImagingPorts();
  return { ...createInstantEngine(ports), dispose: () => ports.dispose() };
}

/** The engines named in `ENGINE_NAMES`, same order. Cheap: models and fonts load at first use. */
export function createEngines(): readonly Engine[] {
  return [instant()];
}
