import { createImagingPorts } from "../runtime/imaging-ports.ts";
import type { Engine, TextEngine } from "./engine.ts";
import type { PictureCodec } from "./generative.ts";
import { createInstantEngine } from "./instant/index.ts";
import { createOpenAiEngine } from "./openai/index.ts";
import { createSdServerEngine } from "./sd-server/index.ts";

function instant(): TextEngine {
  const ports = createImagingPorts();
  return { ...createInstantEngine(ports), dispose: () => ports.dispose() };
}

export interface EnginePorts {
  readonly codec: PictureCodec;
  /** Settings of the engines: addresses, keys, consent. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The engines named in `ENGINE_NAMES`, same order. Cheap: models and fonts load, and servers start, at first use. */
export function createEngines(ports: EnginePorts): readonly Engine[] {
  return [instant(), createSdServerEngine(ports), createOpenAiEngine(ports)];
}
