import { LIMITS } from "../../../protocol/limits.ts";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { Understood } from "./understood.tsx";

export const INSTRUCTION_ID = "instruction";

/** The instruction, with what is understood of it beneath. */
export function InstructionField() {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  const { instruction, understanding } = state.instruct;
  const length = instruction.trim().length;
  const long = length > LIMITS.instructionAdvice;
  return (
    <section class="section instruction-section" aria-labelledby="instruction-title">
      <div class="section-head">
        <h2 id="instruction-title">
          <label for={INSTRUCTION_ID}>{m.instruction}</label>
        </h2>
        <span id="instruction-hint" class={long ? "section-count hint-warn" : "section-count"}>
          {long ? m.tooLong(length, LIMITS.instructionAdvice) : m.instructionHint}
        </span>
      </div>
      <textarea
        id={INSTRUCTION_ID}
        class="field instruction"
        rows={3}
        maxLength={LIMITS.instructionChars}
        placeholder={m.placeholder}
        aria-describedby="instruction-hint"
        value={instruction}
        onInput={(event) => dispatch({ type: "instruct.edited", text: event.currentTarget.value })}
      />
      <div aria-live="polite">
        <Understood understanding={understanding} />
      </div>
    </section>
  );
}
