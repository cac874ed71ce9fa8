import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { judgeHost } from "./host-guard.ts";
import { createHttpApp } from "./http-app.ts";
import type { Services } from "./services.ts";
import { SocketDoor } from "./socket-door.ts";
import type { StaticFiles } from "./static-files.ts";
import { StrangerList } from "./stranger-list.ts";

export interface CompanionServer {
  readonly port: number;
  close(): Promise<void>;
}

const LOOPBACKS = ["127.0.0.1", "::1"] as const;
const FREE_PORT_TRIES = 5;
/** Who has not sent a head within 5 s is let go; on loopback a head takes milliseconds. */
const LIMITS_OF_A_REQUEST = {
  headersTimeout: 5_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
};

const REFUSALS = {
  missing: { status: 400, error: emendError("bad_request", "A request needs exactly one Host header and a plain path.") },
  foreign: { status: 403, error: emendError("forbidden_host", "This companion answers to localhost only.") },
};

function refuse(response: ServerResponse, why: keyof typeof REFUSALS): void {
  const { status, error } = REFUSALS[why];
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    connection: "close",
    "x-content-type-options": "nosniff",
  });
  response.end(JSON.stringify({ error }));
}

function judge(request: IncomingMessage): "admitted" | keyof typeof REFUSALS {
  if (!request.url?.startsWith("/")) return "missing";
  return judgeHost(request.rawHeaders, request.socket.localPort ?? 0);
}

/**
 * A browser opens connections ahead of need. One that said nothing until its time was up is closed without a word, and the browser
 * sends its request again on another; an answer nobody asked for would be taken as the answer to the request just being sent.
 */
function refuseBytes(error: NodeJS.ErrnoException, socket: Socket): void {
  const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
  const silent = late && socket.bytesRead === 0;
  const status = late ? "408 Request Timeout" : "400 Bad Request";
  if (socket.writable && !silent) socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.destroy();
}

function listen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? "unknown");
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      resolve(undefined);
    });
  });
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

const closeAll = (servers: readonly Server[]): Promise<unknown> =>
  Promise.all(
    servers.map((server) => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    }),
  );

/** Both loopback addresses on one port. A machine without IPv6 gets IPv4 alone and a warning. */
async function bind(make: () => Server, port: number, services: Services): Promise<Result<Server[], string>> {
  const first = make();
  const failed = await listen(first, LOOPBACKS[0], port);
  if (failed !== undefined) return err(failed);
  const second = make();
  const failedToo = await listen(second, LOOPBACKS[1], portOf(first));
  if (failedToo === undefined) return ok([first, second]);
  if (failedToo !== "EADDRINUSE") {
    services.logger.warn("no_ipv6_loopback", { code: failedToo });
    return ok([first]);
  }
  await closeAll([first]);
  return err(failedToo);
}

async function bindFirst(make: () => Server, ports: readonly number[], services: Services): Promise<Result<Server[]>> {
  const tries = ports.flatMap((port) => (port === 0 ? Array.from({ length: FREE_PORT_TRIES }, () => 0) : [port]));
  for (const port of tries) {
    const servers = await bind(make, port, services);
    if (servers.ok) return servers;
  }
  const message = ports.length === 1 ? `Port ${ports[0]} cannot be used.` : `The ports ${ports.join(", ")} are all in use.`;
  return err(emendError("bad_usage", message, { help: "Maybe a companion runs already; --port 0 takes any free port." }));
}

/** Listens on the first of `ports` that is free on both loopback addresses. Every guard is closed by default. */
export async function startCompanionServer(
  services: Services,
  ports: readonly number[],
  files: StaticFiles | undefined,
): Promise<Result<CompanionServer>> {
  const strangers = new StrangerList();
  const known = (request: IncomingMessage): void => strangers.know(request.socket);
  const listener = getRequestListener(createHttpApp(services, files, known).fetch);
  const door = new SocketDoor(services, known);
  const make = (): Server => {
    const server = createServer(LIMITS_OF_A_REQUEST, (request, response) => {
      const verdict = judge(request);
      if (verdict === "admitted") listener(request, response).catch(() => response.destroy());
      else refuse(response, verdict);
    });
    server.on("connection", (socket) => strangers.greet(socket));
    server.on("upgrade", (request, socket, head) => {
      socket.on("error", () => socket.destroy());
      door.admit(request, socket, { head, host: judge(request) }).catch(() => socket.destroy());
    });
    server.on("clientError", (error, socket) => refuseBytes(error, socket as Socket));
    return server;
  };
  const servers = await bindFirst(make, ports, services);
  if (!servers.ok) return servers;
  const close = async (): Promise<void> => {
    door.close();
    await closeAll(servers.value);
  };
  return ok({ port: portOf(servers.value[0]!), close });
}
