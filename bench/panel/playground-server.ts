import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Duplex } from "node:stream";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** Joins a socket's upgrade to the companion's own port. */
function pipeTo(port: number, head: string, socket: Duplex): void {
  const upstream = connect(port, "localhost", () => upstream.write(head));
  upstream.pipe(socket).pipe(upstream);
  for (const end of [upstream, socket]) end.on("error", () => [upstream, socket].map((s) => s.destroy()));
}

/** The built playground and a companion behind one port, as the real companion serves both. */
export async function servePlayground(folder: string, companionPort: number): Promise<{ readonly address: string; close(): unknown }> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/health") return void fetch(`http://localhost:${companionPort}/health`).then(async (r) => response.end(await r.text()));
    const file = join(folder, normalize(path === "/" ? "/index.html" : path));
    readFile(file).then(
      (bytes) => response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  server.on("upgrade", (request, socket) => {
    const headers = request.rawHeaders.reduce((all, word, i) => all + (i % 2 === 0 ? `${word}: ` : `${word}\r\n`), "");
    pipeTo(companionPort, `GET ${request.url} HTTP/1.1\r\n${headers}\r\n`, socket);
  });
  await new Promise<void>((done) => void server.listen(0, "localhost", done));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => [server.closeAllConnections(), server.close()],
  };
}
