import { useState } from "preact/hooks";
import { DECISIONS, type HistoryEntry } from "../../../protocol/history.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/messages.ts";
import { timeIn } from "../../i18n/time-in.ts";
import { usePanel } from "../../panel-context.ts";

/** Who decided what; the latest decision counts. */
function Decided({ entry }: { readonly entry: HistoryEntry }) {
  const { state } = usePanel();
  const m = useMessages().history;
  const { review } = entry;
  if (!review) return null;
  const when = timeIn(state.language, "short", review.createdAt);
  return (
    <p class="hint" role="status">
      {m.decided(m.decisions[review.decision], review.who, when)}
      {review.note !== "" && <q class="review-note">{review.note}</q>}
    </p>
  );
}

function Decide() {
  const { state, dispatch } = usePanel();
  const m = useMessages().history;
  const [note, setNote] = useState("");
  const busy = state.connection.kind !== "connected" || state.history.act.kind === "deciding";
  return (
    <fieldset class="review-acts">
      <legend class="visually-hidden">{m.deciding}</legend>
      <input
        class="field"
        aria-label={m.note}
        placeholder={m.note}
        maxLength={500}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <div class="foot-row">
        {DECISIONS.map((decision) => (
          <Button key={decision} disabled={busy} onClick={() => dispatch({ type: "history.decide", decision, note })}>
            {m.decide[decision]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** Why a person should look at a result, what was decided about it, and the ways to decide. */
export function ReviewCard({ entry }: { readonly entry: HistoryEntry }) {
  const m = useMessages().history;
  const { result, review } = entry;
  if (!result.needsReview && !review) return null;
  return (
    <div class="card card-warn review">
      <h2 class="card-title">
        <Icon name="warning" />
        {m.reviewTitle}
      </h2>
      {result.reasons.length > 0 && (
        <ul class="card-lines">
          {result.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <Decided entry={entry} />
      <Decide />
    </div>
  );
}
