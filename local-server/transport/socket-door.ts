import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { type EmendError, emendError } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { SOCKET_PROTOCOL } from "../../protocol/version.ts";
import { socketTokenOf } from "./bearer-token.ts";
import type { OnAdmitted } from "./http-app.ts";
import { statusOf } from "./http-status.ts";
import type { Services } from "./services.ts";
import { SocketSession } from "./socket-session.ts";

const SOCKET_PATH = "/api/v1/socket";
const FRAME_HEADER_BYTES = 4;
/** A panel, a playground and a few tabs; a page that opens sockets in a loop gets no further. */
const MAX_SESSIONS_OF_TOKEN = 8;
const MAX_SESSIONS = 256;
/** Frames one message may come in; browsers cut 1 MiB into a few dozen at most. */
const MAX_FRAGMENTS = 1024;
/** Reads from the network one frame may come in. */
const MAX_BUFFERED_CHUNKS = 8192;
const PING_EVERY_MS = 20_000;
const RECHECK_EVERY_MS = 500;

function refuse(socket: Duplex, error: EmendError, status = statusOf(error.code)): void {
  const body = JSON.stringify({ error });
  const head = [
    `HTTP/1.1 ${status} Refused`,
    "Connection: close",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  if (socket.writable) socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  else socket.destroy();
}

/** Decides about every handshake before the upgrade, so that strangers never become clients. */
export class SocketDoor {
  readonly #services: Services;
  readonly #onAdmitted: OnAdmitted;
  /** Open sessions and their tokens. */
  readonly #sessions = new Map<SocketSession, string>();
  readonly #server: WebSocketServer;
  readonly #timers: readonly NodeJS.Timeout[];

  constructor(services: Services, onAdmitted: OnAdmitted) {
    this.#services = services;
    this.#onAdmitted = onAdmitted;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      autoPong: false,
      maxPayload: Math.max(LIMITS.jsonBytes, LIMITS.socketChunkBytes + FRAME_HEADER_BYTES),
      maxFragments: MAX_FRAGMENTS,
      maxBufferedChunks: MAX_BUFFERED_CHUNKS,
      handleProtocols: () => SOCKET_PROTOCOL,
    });
    this.#timers = [
      setInterval(() => this.#beat(), PING_EVERY_MS).unref(),
      setInterval(() => void this.#recheck(), RECHECK_EVERY_MS).unref(),
    ];
  }

  /** Order: Host, path, token, room. Every answer but the last closes the connection. */
  async admit(request: IncomingMessage, socket: Duplex, { head, host }: { readonly head: Buffer; readonly host: string }): Promise<void> {
    if (host === "missing") return refuse(socket, emendError("bad_request", "A request needs exactly one Host header and a plain path."));
    if (host !== "admitted") return refuse(socket, emendError("forbidden_host", "This companion answers to localhost only."));
    if (request.url !== SOCKET_PATH) return refuse(socket, emendError("not_found", "There is nothing at this address."));
    const token = socketTokenOf(request.rawHeaders);
    const principal = await this.#services.authenticate(token);
    if (principal === undefined) return refuse(socket, emendError("unauthorized", "The token is missing or wrong."));
    const held = [...this.#sessions.values()].filter((other) => other === token).length;
    if (held >= MAX_SESSIONS_OF_TOKEN || this.#sessions.size >= MAX_SESSIONS)
      return refuse(socket, emendError("rate_limited", "Too many connections."));
    this.#onAdmitted(request);
    this.#server.handleUpgrade(request, socket, head, (client) => {
      const session = new SocketSession(client, {
        services: this.#services.of(principal),
        holds: async () => (await this.#services.authenticate(token)) !== undefined,
        onClose: () => this.#sessions.delete(session),
      });
      this.#sessions.set(session, token!);
    });
  }

  close(): void {
    for (const timer of this.#timers) clearInterval(timer);
    for (const session of this.#sessions.keys()) session.end();
    this.#server.close();
  }

  #beat(): void {
    for (const session of this.#sessions.keys()) session.beat();
  }

  /** A connection that only listens learns of its token's end here. */
  async #recheck(): Promise<void> {
    for (const token of new Set(this.#sessions.values())) {
      const holder = await this.#services.authenticate(token).catch(() => undefined);
      for (const [session, held] of this.#sessions) if (holder === undefined && held === token) session.unpair();
    }
  }
}
