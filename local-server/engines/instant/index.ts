import { editTexts } from "../../../imaging/instant/edit-texts.ts";
import { findTexts } from "../../../imaging/instant/find-texts.ts";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import { emendError, err, ok, type Result, type Stage } from "../../../protocol/errors.ts";
import type { EngineCapabilities, EngineListener, EngineOutput, EngineRequest, TextEngine } from "../engine.ts";

const CAPABILITIES: EngineCapabilities = {
  operations: ["text.replace", "text.remove", "text.add", "text.restyle"],
  local: true,
  progress: "phases",
  cancel: "hard",
  mask: false,
  references: 0,
  seed: true,
  cost: "free",
};

const PHASES: readonly Stage[] = ["find", "fit", "plate", "typeset", "judge"];

async function edit(
  ports: ImagingPorts,
  request: EngineRequest,
  at: { signal: AbortSignal; onEvent: EngineListener },
): Promise<Result<EngineOutput>> {
  const { source, plan, region, seed } = request;
  const onStage = (stage: Stage) => at.onEvent({ stage, done: Math.max(0, PHASES.indexOf(stage)), total: PHASES.length });
  try {
    const done = await editTexts(ports, { source, operations: plan.operations, region, seed }, { signal: at.signal, onStage });
    return done.ok ? ok(done.value) : done;
  } catch (cause) {
    if (at.signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { retryable: true }));
    throw cause;
  }
}

/** The light engine: text found, reconstructed and set anew on this machine, right after install. The ports are owned by the caller. */
export function createInstantEngine(ports: ImagingPorts): TextEngine {
  return {
    name: "instant",
    capabilities: () => CAPABILITIES,
    check: async () => ({ available: true }),
    edit: (request, signal, onEvent) => edit(ports, request, { signal, onEvent }),
    find: (image, signal) => findTexts(image, ports.ocr, signal),
  };
}
