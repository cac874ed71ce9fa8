import type { Claim, Outcome } from "./proof-state.ts";

export type ProofEvent =
  | { readonly type: "proof.wanted"; readonly claim: Claim }
  | { readonly type: "proof.ended"; readonly claim: Claim; readonly outcome: Outcome };
