import type { EditResult } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { VerifyAnswer } from "../../../protocol/verify.ts";

/** What is verified: a result of a job. */
export interface Claim {
  readonly jobId: string;
  readonly patch: EditResult["patch"];
}

/** The layer on the canvas: its picture was compared (`answer.layer`), its look is no longer that picture's, none is on this page, or it is in several pieces. */
export type LayerProof = "compared" | "restyled" | "none" | "pieces";

export type Outcome =
  | { readonly kind: "asked" }
  | { readonly kind: "told"; readonly answer: VerifyAnswer; readonly layer: LayerProof }
  | { readonly kind: "failed"; readonly error: EmendError };

/** The last thing a person had verified. */
export interface ProofState {
  readonly claim: Claim;
  readonly outcome: Outcome;
}

export const isAbout = (proof: ProofState | undefined, { jobId, patch }: Claim): proof is ProofState =>
  proof?.claim.jobId === jobId && proof.claim.patch.sha256 === patch.sha256;
