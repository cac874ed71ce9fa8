import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket as ServerSocket, WebSocketServer } from "ws";
import { blobFrames, type ClientMessage, readBlobFrame } from "../../protocol/socket.ts";

export const RIGHT_TOKEN = "right-token-0123456789";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export interface ScriptedOptions {
  readonly protocol?: number;
  readonly port?: number;
}

/** A companion with a real HTTP and WebSocket server that keeps blobs and answers as scripted. */
export class ScriptedCompanion {
  readonly blobs = new Map<string, Uint8Array>();
  readonly heard: ClientMessage[] = [];
  answer: (message: ClientMessage, say: (reply: object) => void) => void = () => {};
  #http: Server;
  #ws = new WebSocketServer({ noServer: true, handleProtocols: () => "emend.v1" });
  port = 0;

  readonly options: ScriptedOptions;

  constructor(options: ScriptedOptions = {}) {
    this.options = options;
    this.#http = createServer((request, response) => {
      response.writeHead(request.url === "/health" ? 200 : 404, { "content-type": "application/json", "access-control-allow-origin": "*" });
      response.end(JSON.stringify({ name: "emend", protocol: options.protocol ?? 1 }));
    });
    this.#http.on("upgrade", (request, socket, head) => {
      if (request.headers["sec-websocket-protocol"]?.split(/,\s*/)[1] !== RIGHT_TOKEN)
        return void socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n");
      this.#ws.handleUpgrade(request, socket, head, (ws) => this.#serve(ws));
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((done) => void this.#http.listen(this.options.port ?? 0, "localhost", done));
    this.port = (this.#http.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    for (const client of this.#ws.clients) client.terminate();
    this.#http.closeAllConnections();
    await new Promise((done) => void this.#http.close(done));
  }

  /** Stores bytes as if they had come up; gives their digest. */
  keep(bytes: Uint8Array): string {
    this.blobs.set(sha256(bytes), bytes);
    return sha256(bytes);
  }

  /** Says `message` to every panel. */
  broadcast(message: object): void {
    for (const client of this.#ws.clients) client.send(JSON.stringify(message));
  }

  #serve(ws: ServerSocket): void {
    let incoming: { id: number; left: number; parts: Uint8Array[] } | undefined;
    const say = (reply: object) => ws.send(JSON.stringify(reply));
    const store = () => {
      if (!incoming || incoming.left > 0) return;
      const bytes = Buffer.concat(incoming.parts);
      this.blobs.set(sha256(bytes), bytes);
      say({ type: "reply", id: incoming.id, value: { sha256: sha256(bytes) } });
    };
    ws.on("message", (data: Buffer, binary) => {
      if (binary) {
        const { part } = readBlobFrame(data)!;
        incoming!.parts.push(part);
        incoming!.left -= part.length;
        return store();
      }
      const message = JSON.parse(data.toString()) as ClientMessage;
      this.heard.push(message);
      if (message.type === "hello") say({ type: "welcome", protocol: this.options.protocol ?? 1, companion: "test" });
      else if (message.type === "blob.put") incoming = { id: message.id, left: message.size, parts: [] };
      else if (message.type === "blob.has") say({ type: "reply", id: message.id, value: { present: this.blobs.has(message.sha256) } });
      else if (message.type === "blob.get") this.#give(ws, message.id, this.blobs.get(message.sha256)!);
      else this.answer(message, say);
    });
  }

  #give(ws: ServerSocket, id: number, bytes: Uint8Array): void {
    ws.send(JSON.stringify({ type: "reply", id, value: { size: bytes.length } }));
    for (const frame of blobFrames(id, bytes)) ws.send(frame);
  }
}
