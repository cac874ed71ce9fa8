import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { Button } from "../components/button.tsx";
import { START_LINE, START_LINE_INSTALLED, TOKEN_LINE } from "../components/command-lines.ts";
import { CopyLine } from "../components/copy-line.tsx";
import { TokenForm } from "../components/token-form.tsx";
import type { Connection } from "../connection/connection-state.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";

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
        <Button onClick={() => dispatch({ type: "shell.reconnect" })}>{m.retry}</Button>
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
