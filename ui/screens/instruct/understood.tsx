import type { Plan } from "../../../protocol/plan.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { describeOperation } from "../../i18n/describe-operation.ts";
import { useMessages } from "../../i18n/messages.ts";
import { usePanel } from "../../panel-context.ts";
import type { Source } from "../../session/layer/layer-state.ts";

function Chips({ plan }: { readonly plan: Plan }) {
  const { dispatch } = usePanel();
  const m = useMessages();
  return (
    <ul class="chips" aria-label={m.instruct.understood}>
      {plan.operations.map((operation, i) => {
        const { title, detail, colours } = describeOperation(operation, m.operations);
        return (
          <li class="chip" key={i}>
            <span class="chip-title">{title}</span>
            {colours.map((colour) => (
              <span key={colour} class="swatch" style={{ background: colour }} role="img" aria-label={colour} title={colour} />
            ))}
            {detail !== "" && <span class="chip-detail">{detail}</span>}
            {plan.operations.length > 1 && (
              <button
                type="button"
                class="chip-drop"
                aria-label={m.instruct.dropChip(title, detail)}
                onClick={() => dispatch({ type: "instruct.chip.dropped", index: i })}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Texts of the picture to answer a question with. */
function Choices({ source }: { readonly source: Source }) {
  const { dispatch } = usePanel();
  const m = useMessages().instruct;
  const strings = [...new Set(source.texts.map((t) => t.string))].filter((s) => s !== "").slice(0, 12);
  if (strings.length === 0) return null;
  return (
    <div class="texts-there">
      <p class="hint">{m.choose}</p>
      {strings.map((text) => (
        <Button key={text} onClick={() => dispatch({ type: "instruct.text.chosen", text })}>
          {text}
        </Button>
      ))}
    </div>
  );
}

/** What the companion makes of the instruction, before anything runs: chips, or its question with what could be meant. */
export function Understood({ source }: { readonly source: Source }) {
  const { understanding } = usePanel().state.instruct;
  const m = useMessages().instruct;
  if (understanding.kind === "none") return null;
  if (understanding.kind === "asking") return <p class="hint">{m.reading}</p>;
  const { plan } = understanding;
  return (
    <div class="understood">
      {plan.operations.length > 0 && <Chips plan={plan} />}
      {plan.notes?.map((note) => (
        <p class="hint plan-note" key={note}>
          {note}
        </p>
      ))}
      {plan.clarify !== undefined && (
        <p class="question">
          <Icon name="question" />
          <span>
            <strong>{m.question}</strong> {plan.clarify}
          </span>
        </p>
      )}
      {plan.clarify !== undefined && <Choices source={source} />}
    </div>
  );
}
