import type { Plan } from "../../../protocol/plan.ts";

/** What the companion makes of the instruction being typed. */
export type Understanding =
  | { readonly kind: "none" }
  | { readonly kind: "asking"; readonly instruction: string }
  | { readonly kind: "known"; readonly instruction: string; readonly plan: Plan };

export interface InstructState {
  readonly instruction: string;
  readonly understanding: Understanding;
}

export const INITIAL_INSTRUCT: InstructState = { instruction: "", understanding: { kind: "none" } };
