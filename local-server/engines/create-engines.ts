import { createImagingPorts } from "../runtime/imaging-ports.ts";
import type { FindMatting } from "../runtime/matting-model.ts";
import { createComfyUiEngine } from "./comfyui/index.ts";
import { createDashScopeEngine } from "./dashscope/index.ts";
import { createDifyEngine } from "./dify/index.ts";
import type { Engine, TextEngine } from "./engine.ts";
import type { SettingsOf } from "./engine-settings.ts";
import type { PictureCodec } from "./generative.ts";
import { createHuggingFaceEngine } from "./huggingface/index.ts";
import { createInstantEngine } from "./instant/index.ts";
import { createOpenAiEngine } from "./openai/index.ts";
import { createSdServerEngine } from "./sd-server/index.ts";

function instant({ matting }: EnginePorts): TextEngine {
  const ports = createImagingPorts({ matting });
  return { ...createInstantEngine(ports), dispose: () => ports.dispose() };
}

export interface EnginePorts {
  readonly codec: PictureCodec;
  readonly dataFolder: string;
  /** Where programs and weights of engines on this machine are. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The matting network installed now, if any. */
  readonly matting?: FindMatting;
  /** Addresses, keys and consents of engines behind HTTP. */
  readonly settingsOf: SettingsOf;
}

/** The engines named in `ENGINE_NAMES`, same order. Cheap: models and fonts load, and servers start, at first use. */
export function createEngines(ports: EnginePorts): readonly Engine[] {
  return [
    instant(ports),
    createSdServerEngine(ports),
    createComfyUiEngine(ports),
    createOpenAiEngine(ports),
    createHuggingFaceEngine(ports),
    createDashScopeEngine(ports),
    createDifyEngine(ports),
  ];
}
