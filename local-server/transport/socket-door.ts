import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { type EmendError, emendError } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";
import { SOCKET_PROTOCOL } from "../../protocol/version.ts";
import { socketTokenOf, tokenMatches } from "./bearer-token.ts";
import { statusOf } from "./http-status.ts";
import type { Services } from "./services.ts";
import { SocketSession } from "./socket-session.ts";

const SOCKET_PATH = "/api/v1/socket";
const FRAME_HEADER_BYTES = 4;
/** A panel, a playground and a few tabs; a page that opens sockets in a loop gets no further. */
const MAX_SESSIONS = 8;
const PING_EVERY_MS = 20_000;

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
  readonly #sessions = new Set<SocketSession>();
  readonly #server: WebSocketServer;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(services: Services) {
    this.#services = services;
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      autoPong: false,
      maxPayload: Math.max(LIMITS.jsonBytes, LIMITS.socketChunkBytes + FRAME_HEADER_BYTES),
      handleProtocols: () => SOCKET_PROTOCOL,
    });
    this.#heartbeat = setInterval(() => this.#beat(), PING_EVERY_MS).unref();
  }

  /** Order: Host, path, token, room. Every answer but the last closes the connection. */
  async admit(request: IncomingMessage, socket: Duplex, { head, host }: { readonly head: Buffer; readonly host: string }): Promise<void> {
    if (host === "missing") return refuse(socket, emendError("bad_request", "A request needs exactly one Host header and a plain path."));
    if (host !== "admitted") return refuse(socket, emendError("forbidden_host", "This companion answers to localhost only."));
    if (request.url !== SOCKET_PATH) return refuse(socket, emendError("not_found", "There is nothing at this address."));
    const token = socketTokenOf(request.rawHeaders);
    if (!tokenMatches(token, await this.#services.token()))
      return refuse(socket, emendError("unauthorized", "The token is missing or wrong."));
    if (this.#sessions.size >= MAX_SESSIONS) return refuse(socket, emendError("rate_limited", "Too many connections."));
    this.#server.handleUpgrade(request, socket, head, (client) => {
      const session = new SocketSession(client, { services: this.#services, token: token!, onClose: () => this.#sessions.delete(session) });
      this.#sessions.add(session);
    });
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const session of this.#sessions) session.end();
    this.#server.close();
  }

  #beat(): void {
    for (const session of this.#sessions) session.beat();
  }
}
