import { COMPANION_PORTS, PROTOCOL_VERSION } from "../../protocol/version.ts";
import { type Attempt, companionHealth } from "./companion-health.ts";
import { tellingOutcome, type Unconnected } from "./connection-state.ts";
import { diagnose } from "./diagnosis.ts";
import type { ConnectionEnvironment, SocketLike } from "./environment.ts";
import { shakeHands } from "./handshake.ts";
import { isTokenShaped } from "./token-shape.ts";

export interface Credentials {
  readonly token: string | undefined;
  /** The port that answered last. */
  readonly port: number | undefined;
}

export interface Found {
  readonly kind: "found";
  readonly socket: SocketLike;
  readonly port: number;
  readonly companion: string;
}

/** The order in which ports are tried: the one that answered last, then the protocol's own. */
export function portsToTry(port: number | undefined): readonly number[] {
  return port === undefined ? COMPANION_PORTS : [port, ...COMPANION_PORTS.filter((p) => p !== port)];
}

interface Knock {
  readonly env: ConnectionEnvironment;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
}

async function tryPort({ env, token, signal }: Knock, port: number, health: number | undefined): Promise<Found | Unconnected> {
  if (health !== undefined && health !== PROTOCOL_VERSION) return { kind: "mismatch", port, theirs: health };
  const silent: Unconnected = health === undefined ? { kind: "unreachable", diagnosis: "not_running" } : { kind: "refused", port };
  if (!token) return health === undefined ? silent : { kind: "unpaired", port };
  if (!isTokenShaped(token)) return silent;
  // Also where /health did not answer: Chrome 142 to 146 stops fetch but not sockets.
  const outcome = await shakeHands(env, { port, token }, signal);
  if (outcome.kind === "welcome") return { kind: "found", socket: outcome.socket, port, companion: outcome.companion };
  if (outcome.kind === "mismatch") return { kind: "mismatch", port, theirs: outcome.theirs };
  return outcome.kind === "unauthorized" ? { kind: "refused", port } : silent;
}

export interface Search {
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
  /** Hears what came of asking every port. */
  note(attempts: readonly Attempt[]): void;
}

/** Looks for the companion once, over all ports. Health is asked of all at once, sockets are opened one after the other. */
export async function searchCompanion(env: ConnectionEnvironment, { credentials, signal, note }: Search): Promise<Found | Unconnected> {
  const ports = env.ports ?? portsToTry(credentials.port);
  const attempts = await Promise.all(ports.map((port) => companionHealth(env, port, signal)));
  note(attempts);
  const outcomes: Unconnected[] = [];
  for (const { port, protocol } of attempts) {
    if (signal.aborted) break;
    const outcome = await tryPort({ env, token: credentials.token, signal }, port, protocol);
    if (outcome.kind === "found") return outcome;
    outcomes.push(outcome);
  }
  const telling = tellingOutcome(outcomes.length > 0 ? outcomes : [{ kind: "unreachable", diagnosis: "not_running" }]);
  if (telling.kind !== "unreachable") return telling;
  return { kind: "unreachable", diagnosis: await diagnose(env, attempts.length > 0 && attempts.every(({ late }) => late)) };
}
