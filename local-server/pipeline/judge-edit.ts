import { changedShare } from "../../imaging/quality/changed-share.ts";
import { colourConsistency } from "../../imaging/quality/colour-consistency.ts";
import { judge, sentenceFor } from "../../imaging/quality/judge.ts";
import { outsideIdentity } from "../../imaging/quality/outside-identity.ts";
import { seam } from "../../imaging/quality/seam.ts";
import type { EditResult } from "../../protocol/edit.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { EngineOutput } from "../engines/engine.ts";
import type { Composition } from "./compose-edit.ts";
import type { Inputs } from "./load-inputs.ts";

export type EditJudgement = Pick<EditResult, "outside" | "confidence" | "needsReview" | "reasons">;

/** Below this a person should look even where no single finding says so. */
const REVIEW_BELOW = 0.5;
const CLIPPED = "Part of the change lay outside the region or mask and was left out.";

interface Judged {
  readonly inputs: Pick<Inputs, "source">;
  readonly plan: Plan;
  readonly output: EngineOutput;
}

/**
 * What the engine said of itself together with what the pixels say. Seam and colour are measured only for engines that repaint
 * everything: the edge of a claimed mask is the edge of lettering, which is meant to show.
 */
export function judgeEdit({ inputs, plan, output }: Judged, { result, mask }: Composition, clipped: boolean): EditJudgement {
  const { source } = inputs;
  const outside = outsideIdentity(source, result, mask);
  const still = output.canvas !== undefined || plan.operations.every(({ kind }) => kind === "query");
  const edge =
    output.mask === undefined || output.frame !== undefined ? { seam: seam(result, mask), colour: colourConsistency(result, mask) } : {};
  const found = judge({ outside, ...(!still && { changedShare: changedShare(source, result, mask) }), ...edge });
  // Words of the order that meant nothing to the plan may have been half of the wording.
  const unheard = plan.operations.length > 0 && plan.clarify !== undefined ? [plan.clarify] : [];
  const reasons = [...new Set([...unheard, ...output.reasons, ...found.reasons.map(sentenceFor), ...(clipped ? [CLIPPED] : [])])];
  const confidence = Math.round(output.confidence * found.confidence * 1000) / 1000;
  return { outside, confidence, needsReview: reasons.length > 0 || confidence < REVIEW_BELOW, reasons };
}
