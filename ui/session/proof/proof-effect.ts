import type { Claim } from "./proof-state.ts";

/** Has the companion compute the proof anew, and compares the layer on the canvas. */
export interface ProofEffect {
  readonly type: "proof.verify";
  readonly claim: Claim;
}
