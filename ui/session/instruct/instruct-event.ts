import type { EmendError } from "../../../protocol/errors.ts";
import type { Plan } from "../../../protocol/plan.ts";

export type InstructEvent =
  | { readonly type: "instruct.edited"; readonly text: string }
  | { readonly type: "instruct.understood"; readonly instruction: string; readonly plan: Plan }
  | { readonly type: "instruct.not.understood"; readonly instruction: string; readonly error: EmendError }
  /** The person picked the text that is there instead of the one that is not. */
  | { readonly type: "instruct.text.chosen"; readonly text: string };
