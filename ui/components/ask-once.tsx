import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { sharedQuestion } from "../session/job/agreement.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

export interface AskOnceProps {
  readonly edits: Parameters<typeof sharedQuestion>[0];
  /** The edits are the batch's, not runs side by side. */
  readonly batch?: boolean;
}

/** What edits of a set need a person's word for, asked once for all of them: why, where to and at what price, how many. */
export function AskOnce({ edits, batch = false }: AskOnceProps) {
  const { state, dispatch } = usePanel();
  const { agree: m, error, shell } = useMessages();
  const question = sharedQuestion(edits);
  if (!question) return null;
  const { keys, confirmed, sends } = question;
  const all = edits.map(({ key }) => key);
  const run = () => dispatch(batch ? { type: "batch.agreed", word: question } : { type: "runs.agreed", keys: all, word: question });
  const leave = () => dispatch({ type: batch ? "batch.cancelled" : "runs.cancelled", keys });
  return (
    <div class="card card-warn" role="alert">
      <p class="card-title">
        <Icon name="question" />
        {m.title(keys.length)}
      </p>
      <ul class="card-lines">
        {confirmed.map((kind) => (
          <li key={kind}>{error.sensitive[kind]}</li>
        ))}
        {sends.map(({ host = "", price }) => (
          <li key={host}>{[m.send(host), price && shell.settings.price(price.amount, price.currency)].filter(Boolean).join(" · ")}</li>
        ))}
      </ul>
      <div class="card-actions">
        <Button disabled={state.connection.kind !== "connected"} onClick={run}>
          {(confirmed.length > 0 ? m.run : m.runThere)(keys.length)}
        </Button>
        <Button kind="quiet" onClick={leave}>
          {m.leave}
        </Button>
      </div>
    </div>
  );
}
