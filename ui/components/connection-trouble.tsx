import { type ErrorCode, emendError } from "../../protocol/errors.ts";
import type { Connection } from "../connection/connection-state.ts";
import { useMessages } from "../i18n/messages.ts";
import { usePanel } from "../panel-context.ts";
import { ErrorCard } from "./error-card.tsx";

const CODES: Partial<Record<Connection["kind"], ErrorCode>> = { unreachable: "companion_unreachable", mismatch: "protocol_mismatch" };

/** While work is on the table, a missing companion is told beside it instead of in its place. */
export function ConnectionTrouble() {
  const { state, dispatch } = usePanel();
  const m = useMessages().errors;
  const code = CODES[state.connection.kind];
  if (!code) return null;
  return <ErrorCard error={emendError(code, m[code].why ?? m[code].what)} onRetry={() => dispatch({ type: "shell.reconnect" })} />;
}
