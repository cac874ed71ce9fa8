import type { Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { Engine, EngineOutput } from "../engines/engine.ts";
import { allowedMask } from "./allowed-mask.ts";
import { composeEdit } from "./compose-edit.ts";
import type { Inputs } from "./load-inputs.ts";
import type { PreviewedProgress } from "./previewed-progress.ts";
import { repairDrift } from "./repair-drift.ts";

/** Size of the quick first pass: a quarter of what such models work at, and about a fifth of their time. */
export const PREVIEW_PIXELS = 512 * 512;
/** Below this many times the preview's size, the full pass comes nearly as soon. */
const WORTH = 2;

/** Whether a quick first pass is possible and worth its time. */
export function worthFirstPass(engine: Engine, { source, region }: Pick<Inputs, "source" | "region">): boolean {
  const { preview, cost } = engine.capabilities();
  const { width, height } = region ?? source;
  return preview === true && cost === "free" && width * height >= WORTH * PREVIEW_PIXELS;
}

/** The quick first pass: draws small, repairs, and shows the change as it would lie on the source. Its failure is no one's concern. */
export async function showFirstPass(
  draw: () => Promise<Result<EngineOutput>>,
  { inputs, plan, progress }: { readonly inputs: Inputs; readonly plan: Plan; readonly progress: PreviewedProgress },
): Promise<void> {
  const drawn = await draw();
  if (!drawn.ok || drawn.value.cutOut) return;
  const { frame } = drawn.value;
  const output = frame === undefined ? drawn.value : repairDrift({ ...drawn.value, frame }, inputs, plan).output;
  const { rect, patch } = composeEdit(inputs.source, output.image, allowedMask(inputs, output.mask).mask);
  await progress.show(patch, rect, { stage: "engine", done: 0, total: 1 });
}
