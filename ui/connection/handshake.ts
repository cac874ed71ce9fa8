import type { ClientMessage } from "../../protocol/socket.ts";
import { PROTOCOL_VERSION, SOCKET_PROTOCOL } from "../../protocol/version.ts";
import type { ConnectionEnvironment, SocketLike } from "./environment.ts";
import { readServerMessage } from "./server-message.ts";

const PATIENCE_MS = 3000;
const CLIENT = "emend-panel";

/** `closed`: never opened, or no welcome came. A browser does not say whether that was a 401 or nobody at all. */
export type Handshake =
  | { readonly kind: "welcome"; readonly socket: SocketLike; readonly companion: string }
  | { readonly kind: "mismatch"; readonly theirs: number }
  | { readonly kind: "unauthorized" }
  | { readonly kind: "closed" };

type Settle = (outcome: Handshake) => void;

function listen(socket: SocketLike, settle: Settle): void {
  socket.addEventListener("open", () => {
    const hello: ClientMessage = { type: "hello", protocol: PROTOCOL_VERSION, client: CLIENT };
    socket.send(JSON.stringify(hello));
  });
  socket.addEventListener("message", ({ data }) => {
    const message = typeof data === "string" ? readServerMessage(data) : undefined;
    if (message?.type === "welcome") settle(welcomed(socket, message.protocol, message.companion));
    if (message?.type === "failure") settle(refused(message.error.code, message.error.details?.protocol));
  });
  for (const type of ["close", "error"] as const) socket.addEventListener(type, () => settle({ kind: "closed" }));
}

const welcomed = (socket: SocketLike, protocol: number, companion: string): Handshake =>
  protocol === PROTOCOL_VERSION ? { kind: "welcome", socket, companion } : { kind: "mismatch", theirs: protocol };

function refused(code: string, theirs: unknown): Handshake {
  if (code === "protocol_mismatch") return { kind: "mismatch", theirs: typeof theirs === "number" ? theirs : 0 };
  return code === "unauthorized" ? { kind: "unauthorized" } : { kind: "closed" };
}

/** Opens the socket of the companion on `port` and greets it. Every outcome but `welcome` leaves the socket closed. */
export function shakeHands(
  env: ConnectionEnvironment,
  at: { readonly port: number; readonly token: string },
  signal: AbortSignal,
): Promise<Handshake> {
  return new Promise((resolve) => {
    const socket = env.openSocket(`ws://localhost:${at.port}/api/v1/socket`, [SOCKET_PROTOCOL, at.token]);
    socket.binaryType = "arraybuffer";
    let settled = false;
    const settle: Settle = (outcome) => {
      if (settled) return;
      settled = true;
      stopTimer();
      signal.removeEventListener("abort", giveUp);
      if (outcome.kind !== "welcome") socket.close();
      resolve(outcome);
    };
    const giveUp = () => settle({ kind: "closed" });
    const stopTimer = env.after(PATIENCE_MS, giveUp);
    signal.addEventListener("abort", giveUp);
    listen(socket, settle);
  });
}
