import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import { shorten, type Wish } from "../job/wish.ts";
import type { Source } from "../layer/layer-state.ts";
import type { InstructState } from "./instruct-state.ts";

/** The instruction as it stands. Error code: `empty_instruction`. */
export function instructWish(source: Source, { instruction }: InstructState): Result<Wish> {
  const words = instruction.trim();
  if (words === "") return err(emendError("empty_instruction", "There is nothing to do yet."));
  return ok({ request: { source: source.sha256, instruction: words }, label: shorten(words) });
}
