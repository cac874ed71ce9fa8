import { useState } from "preact/hooks";
import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { Button } from "../components/button.tsx";
import { START_LINE, START_LINE_INSTALLED, TOKEN_LINE } from "../components/command-lines.ts";
import { CopyLine } from "../components/copy-line.tsx";
import type { Connection } from "../connection/connection-state.ts";
import { isTokenShaped } from "../connection/token-shape.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";

/** One box for the token; tells a wrong shape at once, without sending it. */
function TokenForm() {
  const { dispatch } = usePanel();
  const m = useMessages().connect;
  const [token, setToken] = useState("");
  const [bad, setBad] = useState(false);
  const submit = () => {
    const good = isTokenShaped(token.trim());
    setBad(!good);
    if (good) dispatch({ type: "pair", token });
  };
  return (
    <div class="stack">
      <label class="label" for="token">
        {m.tokenLabel}
      </label>
      <div class="pair-line">
        <input
          id="token"
          class="field secret"
          type="text"
          spellcheck={false}
          autocomplete="off"
          value={token}
          aria-invalid={bad}
          aria-describedby="token-hint"
          onInput={(event) => setToken(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && submit()}
        />
        <Button kind="primary" disabled={token.trim() === ""} onClick={submit}>
          {m.pair}
        </Button>
      </div>
      <p id="token-hint" class={bad ? "hint hint-bad" : "hint"} role={bad ? "alert" : undefined}>
        {bad ? m.tokenBad : m.tokenHint}
      </p>
    </div>
  );
}

function Pairing({ refused }: { readonly refused: boolean }) {
  const m = useMessages().connect;
  return (
    <>
      <h1>{refused ? m.refusedTitle : m.pairTitle}</h1>
      <p class="lead">{refused ? m.refusedLead : m.pairLead}</p>
      <section class="stack">
        <p class="label">{m.tokenStep}</p>
        <CopyLine line={TOKEN_LINE} />
      </section>
      <TokenForm />
    </>
  );
}

function Starting({ asking }: { readonly asking: boolean }) {
  const m = useMessages().connect;
  const { settings } = usePanel().state;
  return (
    <>
      <h1>{m.findTitle}</h1>
      <p class="lead">{m.findLead}</p>
      {asking && <p class="notice">{m.asking}</p>}
      <section class="stack">
        <p class="label">{m.startStep}</p>
        <CopyLine line={START_LINE} />
        <p class="label">{m.startElsewhere}</p>
        <CopyLine line={START_LINE_INSTALLED} />
      </section>
      <p class="hint">{m.waiting}</p>
      {!settings.token && <TokenForm />}
    </>
  );
}

function Blocked({ byPerson }: { readonly byPerson: boolean }) {
  const m = useMessages().connect;
  return (
    <>
      <h1>{m.blockedTitle}</h1>
      <p class="lead">{byPerson ? m.deniedByPerson : m.notDelegated}</p>
    </>
  );
}

function Mismatch({ theirs }: { readonly theirs: number }) {
  const m = useMessages().connect;
  return (
    <>
      <h1>{m.mismatchTitle}</h1>
      <p class="lead">{theirs > 0 ? m.mismatchLead(PROTOCOL_VERSION, theirs) : m.mismatchUnknown}</p>
    </>
  );
}

function Advice({ connection }: { readonly connection: Connection }) {
  if (connection.kind === "unpaired" || connection.kind === "refused") return <Pairing refused={connection.kind === "refused"} />;
  if (connection.kind === "mismatch") return <Mismatch theirs={connection.theirs} />;
  if (connection.kind !== "unreachable") return null;
  const { diagnosis } = connection;
  const blocked = diagnosis === "not_delegated" || diagnosis === "denied_by_person";
  return blocked ? <Blocked byPerson={diagnosis === "denied_by_person"} /> : <Starting asking={diagnosis === "asking"} />;
}

/** Says which side fails and what to do about it. */
export function ConnectScreen() {
  const { state, dispatch } = usePanel();
  const { connection } = state;
  const m = useMessages().connect;
  return (
    <div class="page">
      <Advice connection={connection} />
      <div class="page-actions">
        <Button onClick={() => dispatch({ type: "reconnect" })}>{m.retry}</Button>
      </div>
      <details class="details">
        <summary>{m.diagnostics}</summary>
        <code>
          {connection.kind}
          {"diagnosis" in connection && ` · ${connection.diagnosis}`}
          {"port" in connection && ` · ${m.port(connection.port)}`}
        </code>
      </details>
    </div>
  );
}
