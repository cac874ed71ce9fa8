import { findTexts } from "../../../imaging/instant/find-texts.ts";
import { linesOf } from "../../../imaging/instant/lines-of.ts";
import { LIGHT_KINDS } from "../../../imaging/light/edit-light.ts";
import type { ImagingPorts } from "../../../imaging/ports.ts";
import { emendError, err, type Result, type Stage } from "../../../protocol/errors.ts";
import type { EngineCapabilities, EngineListener, EngineOutput, EngineRequest, TextEngine } from "../engine.ts";
import { canBeTried } from "./can-be-tried.ts";
import { runPlan } from "./run-plan.ts";
import { warmUp } from "./warm-up.ts";

const CAPABILITIES: EngineCapabilities = {
  operations: ["text.replace", "text.remove", "text.add", "text.restyle", ...LIGHT_KINDS],
  local: true,
  progress: "phases",
  cancel: "hard",
  mask: true,
  references: 1,
  seed: true,
  cost: "free",
};

const PHASES: readonly Stage[] = ["engine", "find", "fit", "plate", "typeset", "judge"];

async function edit(
  ports: ImagingPorts,
  request: EngineRequest,
  at: { signal: AbortSignal; onEvent: EngineListener },
): Promise<Result<EngineOutput>> {
  const onStage = (stage: Stage) => at.onEvent({ stage, done: Math.max(0, PHASES.indexOf(stage)), total: PHASES.length });
  try {
    return await runPlan(ports, request, { signal: at.signal, onStage });
  } catch (cause) {
    if (at.signal.aborted) return err(emendError("cancelled", "The edit was cancelled.", { retryable: true }));
    throw cause;
  }
}

/** The light engine: text reconstructed and set anew, tone, colour, background, marks and borders, on this machine, right after install. The ports are owned by the caller. */
export function createInstantEngine(ports: ImagingPorts): TextEngine {
  return {
    name: "instant",
    capabilities: () => CAPABILITIES,
    supports: canBeTried,
    check: async () => ({ available: true }),
    edit: (request, signal, onEvent) => edit(ports, request, { signal, onEvent }),
    read: async (image, signal) => (await linesOf(image, ports, signal)).map((line) => line.string),
    sets: (text) => ports.fonts.faces().some(({ id }) => ports.fonts.covers(id, text)),
    find: (image, signal) => findTexts(image, ports, signal),
    warmUp: () => warmUp(ports),
  };
}
