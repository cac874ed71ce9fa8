import { PROTOCOL_VERSION } from "../../protocol/version.ts";
import { Button } from "../components/button.tsx";
import { START_LINE, START_LINE_INSTALLED, TOKEN_LINE, UPDATE_COMPANION_LINE, UPDATE_PLUGIN_LINE } from "../components/command-lines.ts";
import { CopyLine } from "../components/copy-line.tsx";
import { Diagnostics } from "../components/diagnostics.tsx";
import { TokenForm } from "../components/token-form.tsx";
import type { Connection } from "../connection/connection-state.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";

type Unreachable = Extract<Connection, { kind: "unreachable" }>;

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

/** The way round a browser that keeps this frame from the computer, and what came of it the last time. */
function ThroughWindow({ connection, primary }: { readonly connection: Unreachable; readonly primary: boolean }) {
  const { dispatch } = usePanel();
  const m = useMessages().connect;
  return (
    <section class="stack">
      <p class="label">{primary ? m.windowLead : m.windowMaybe}</p>
      {connection.window && (
        <p class="notice" role="status">
          {m.windowEnd[connection.window]}
        </p>
      )}
      <div class="page-actions">
        <Button kind={primary ? "primary" : "secondary"} onClick={() => dispatch({ type: "shell.window" })}>
          {m.window}
        </Button>
      </div>
    </section>
  );
}

function Starting({ connection }: { readonly connection: Unreachable }) {
  const m = useMessages().connect;
  const { settings } = usePanel().state;
  return (
    <>
      <h1>{m.findTitle}</h1>
      <p class="lead">{m.findLead}</p>
      {connection.diagnosis === "asking" && <p class="notice">{m.asking}</p>}
      <section class="stack">
        <p class="label">{m.startStep}</p>
        <CopyLine line={START_LINE} />
        <p class="label">{m.startElsewhere}</p>
        <CopyLine line={START_LINE_INSTALLED} />
      </section>
      <p class="hint">{m.waiting}</p>
      {!settings.token && <TokenForm />}
      <ThroughWindow connection={connection} primary={false} />
    </>
  );
}

/** The browser says no: what to click where the person said it, and the two ways that need nobody's leave. */
function Blocked({ connection }: { readonly connection: Unreachable }) {
  const m = useMessages().connect;
  const byPerson = connection.diagnosis === "denied_by_person";
  return (
    <>
      <h1>{m.blockedTitle}</h1>
      <p class="lead">{byPerson ? m.deniedByPerson : m.notDelegated}</p>
      {byPerson && (
        <ol class="steps">
          {m.allowSteps.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ol>
      )}
      <ThroughWindow connection={connection} primary />
    </>
  );
}

/** Says which of the two is older and the line that brings it up to date. */
function Mismatch({ theirs }: { readonly theirs: number }) {
  const m = useMessages().connect;
  const older = theirs < PROTOCOL_VERSION;
  return (
    <>
      <h1>{older ? m.companionOld : m.pluginOld}</h1>
      {theirs > 0 && <p class="lead">{m.mismatchLead(PROTOCOL_VERSION, theirs)}</p>}
      <section class="stack">
        <p class="label">{older ? m.updateCompanion : m.updatePlugin}</p>
        <CopyLine line={older ? UPDATE_COMPANION_LINE : UPDATE_PLUGIN_LINE} />
      </section>
    </>
  );
}

function Advice({ connection }: { readonly connection: Connection }) {
  if (connection.kind === "unpaired" || connection.kind === "refused") return <Pairing refused={connection.kind === "refused"} />;
  if (connection.kind === "mismatch") return <Mismatch theirs={connection.theirs} />;
  if (connection.kind !== "unreachable") return null;
  const { diagnosis } = connection;
  const blocked = diagnosis === "not_delegated" || diagnosis === "denied_by_person";
  return blocked ? <Blocked connection={connection} /> : <Starting connection={connection} />;
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
      <Diagnostics />
    </div>
  );
}
