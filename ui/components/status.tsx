import type { Connection } from "../connection/connection-state.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";

const TONE: Record<Connection["kind"], "good" | "warn" | "bad" | "busy"> = {
  searching: "busy",
  connected: "good",
  unpaired: "warn",
  refused: "bad",
  mismatch: "bad",
  unreachable: "bad",
};

/** The connection in a dot and in words, always in view. */
export function Status() {
  const { connection, work } = usePanel().state;
  const m = useMessages();
  const away = connection.kind === "searching" && work.kind === "ready";
  return (
    <p class="status" role="status">
      <span class={`dot dot-${TONE[connection.kind]}`} aria-hidden="true" />
      {away ? m.connection.away : m.connection[connection.kind]}
      {"port" in connection && <span class="status-port">{m.connect.port(connection.port)}</span>}
    </p>
  );
}
