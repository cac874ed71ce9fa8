import { type Step, step } from "../effect.ts";
import type { UiState } from "../ui-state.ts";
import type { ProofEvent } from "./proof-event.ts";
import { isAbout } from "./proof-state.ts";

/** One proof at a time; the answer to an older question is not shown. */
export function reduceProof(state: UiState, event: ProofEvent): Step {
  const { claim } = event;
  if (event.type === "proof.wanted")
    return step({ ...state, proof: { claim, outcome: { kind: "asked" } } }, { type: "proof.verify", claim });
  return step(isAbout(state.proof, claim) ? { ...state, proof: { claim, outcome: event.outcome } } : state);
}
