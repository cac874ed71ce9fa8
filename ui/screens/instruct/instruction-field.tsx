import { LIMITS } from "../../../protocol/limits.ts";
import { ToggleButton } from "../../components/toggle-button.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import { fieldsOf } from "../../session/instruct/templates.ts";
import type { Source } from "../../session/layer/layer-state.ts";
import { Understood } from "./understood.tsx";

export const INSTRUCTION_ID = "instruction";

/** The blanks of the chosen template. */
function Fields() {
  const { state, dispatch } = usePanel();
  const { filling } = state.instruct;
  if (!filling) return null;
  return (
    <div class="fields">
      {fieldsOf(filling.template).map((name, index) => (
        <label key={`${name}-${index}`} class="fill">
          <span>{name}</span>
          <input
            class="field"
            type="text"
            value={filling.values[index]}
            onInput={(event) => dispatch({ type: "instruct.field.filled", index, value: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  );
}

function Favourite() {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  const { filling, instruction } = state.instruct;
  const template = filling?.template ?? instruction.trim();
  if (template === "") return null;
  const on = state.settings.favourites?.includes(template) ?? false;
  return <ToggleButton icon="star" label={m.favourite} on={on} onToggle={() => dispatch({ type: "instruct.favourite", template })} />;
}

/** The instruction, with what is understood of it beneath. */
export function InstructionField({ source }: { readonly source: Source }) {
  const { state, dispatch } = usePanel();
  const m = useMessages().instruct;
  const { instruction } = state.instruct;
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
        <Favourite />
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
      <Fields />
      <div aria-live="polite">
        <Understood source={source} />
      </div>
    </section>
  );
}
