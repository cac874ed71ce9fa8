import type { Plan } from "../../../protocol/plan.ts";
import { Icon } from "../../components/icon.tsx";
import { describeOperation } from "../../i18n/describe-operation.ts";
import { useMessages } from "../../i18n/messages.ts";
import type { Understanding } from "../../session/instruct/instruct-state.ts";

function Chips({ plan }: { readonly plan: Plan }) {
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
          </li>
        );
      })}
    </ul>
  );
}

/** What the companion makes of the instruction, before anything runs: chips, or its question. */
export function Understood({ understanding }: { readonly understanding: Understanding }) {
  const m = useMessages().instruct;
  if (understanding.kind === "none") return null;
  if (understanding.kind === "asking") return <p class="hint">{m.reading}</p>;
  const { plan } = understanding;
  return (
    <div class="understood">
      {plan.operations.length > 0 && <Chips plan={plan} />}
      {plan.clarify !== undefined && (
        <p class="question">
          <Icon name="question" />
          <span>
            <strong>{m.question}</strong> {plan.clarify}
          </span>
        </p>
      )}
    </div>
  );
}
