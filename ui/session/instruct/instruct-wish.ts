import type { EditRequest } from "../../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../../protocol/errors.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { shorten, type Wish } from "../job/wish.ts";
import type { Source } from "../layer/layer-state.ts";
import type { InstructState } from "./instruct-state.ts";

function areasOf({ region, protect }: InstructState): Pick<EditRequest, "region" | "protect"> {
  return {
    ...(region && { region }),
    ...(protect.length > 0 && { protect: protect.map(({ quad: [a, b, c, d] }) => [a, b, c, d]) }),
  };
}

/** The operations as they are shown, where the sentence alone would not say the same: a chip taken out, a place pointed at, earlier rounds. */
function shownOperations(source: Source, state: InstructState): readonly Operation[] | undefined {
  const { trimmed, at, rounds, understanding, instruction } = state;
  const goesOn = rounds?.source === source.sha256;
  if (!trimmed && !at && !goesOn) return undefined;
  const known = understanding.kind === "known" && understanding.instruction === instruction.trim();
  const operations = known ? understanding.plan.operations : [];
  return at ? operations.map((o) => (o.kind.startsWith("text.") && !o.at ? { ...o, at } : o)) : operations;
}

/** Whether Apply must wait until the instruction is read: what is shown is then what is sent. */
export const awaitsReading = (source: Source, state: InstructState): boolean =>
  state.understanding.kind !== "known" && shownOperations(source, state) !== undefined;

/** The instruction as it stands. Error codes: `empty_instruction`, `instruction_unclear` (nothing of it is left to do). */
export function instructWish(source: Source, state: InstructState): Result<Wish> {
  const words = state.instruction.trim();
  if (words === "") return err(emendError("empty_instruction", "There is nothing to do yet."));
  const operations = shownOperations(source, state);
  if (operations?.length === 0) return err(emendError("instruction_unclear", "Nothing of the instruction is left to do."));
  const asked = operations ? { operations: [...operations] } : { instruction: words };
  return ok({ request: { source: source.sha256, ...asked, ...areasOf(state) }, label: shorten(words) });
}
