import { createHash } from "node:crypto";
import { connect, type Socket } from "node:net";
import { deflateRawSync } from "node:zlib";
import { frameOf, RawSocketClient } from "./harness/raw-socket-client.ts";
import type { CompanionHost } from "./harness/start-companion-host.ts";

/** One way to be a nuisance. Gives the close code its connection got, where the specification names one. */
export interface Attack {
  readonly name: string;
  readonly expectedClose?: number;
  run(companion: CompanionHost, scale: number): Promise<number | undefined>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const NOTHING = new Uint8Array();
const TEXT = 1;
const BINARY = 2;
const CONTINUATION = 0;
const PING = 9;

async function idleConnections({ port }: CompanionHost, scale: number, first: string): Promise<undefined> {
  const sockets: Socket[] = [];
  for (let i = 0; i < 1000 * scale; i++) {
    const socket = connect(port, "127.0.0.1", () => void (first !== "" && socket.write(first)));
    socket.on("error", () => undefined);
    sockets.push(socket);
    if (i % 50 === 0) await pause(5);
  }
  await pause(1500);
  for (const socket of sockets) socket.destroy();
}

async function sendUntilClosed(companion: CompanionHost, frames: Iterable<Uint8Array>, extensions = ""): Promise<number | undefined> {
  const client = await RawSocketClient.open(companion.port, companion.token, extensions);
  for (const frame of frames) {
    if (client.gone) break;
    await client.write(frame);
  }
  await client.closed();
  return client.closeCode;
}

function* repeated(frame: Uint8Array, times: number, batch = 100): Generator<Uint8Array> {
  const many = Buffer.concat(Array.from({ length: batch }, () => frame));
  for (let i = 0; i < times; i += batch) yield many;
}

function* fragments(times: number): Generator<Uint8Array> {
  yield frameOf(NOTHING, { opcode: TEXT, fin: false });
  yield* repeated(frameOf(NOTHING, { opcode: CONTINUATION, fin: false }), times);
}

/** Asks for a large blob again and again and never reads. */
async function slowReader(companion: CompanionHost, scale: number): Promise<undefined> {
  const bytes = new Uint8Array(40 * 1024 * 1024).fill(7);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await companion.call(`/api/v1/blobs/${sha256}`, { method: "PUT", body: bytes });
  const clients = await Promise.all([1, 2, 3].map(() => RawSocketClient.open(companion.port, companion.token)));
  for (const client of clients) {
    client.socket.pause();
    for (let id = 1; id <= 30; id++)
      await client.write(frameOf(Buffer.from(JSON.stringify({ type: "blob.get", id, sha256 })), { opcode: TEXT }));
  }
  const readers = Array.from({ length: 20 }, () => {
    const socket = connect(companion.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write(
      `GET /api/v1/blobs/${sha256} HTTP/1.1\r\nHost: 127.0.0.1:${companion.port}\r\nAuthorization: Bearer ${companion.token}\r\n\r\n`,
    );
    socket.pause();
    return socket;
  });
  await pause(Math.max(1000, 3000 * scale));
  for (const socket of [...readers, ...clients.map((client) => client.socket)]) socket.destroy();
}

/** As many requests as the connection takes, answers read. */
async function requestFlood(companion: CompanionHost, scale: number): Promise<undefined> {
  const client = await RawSocketClient.open(companion.port, companion.token);
  const frame = frameOf(Buffer.from(JSON.stringify({ type: "plan", id: 1, instruction: "x -> y" })), { opcode: TEXT });
  for (const many of repeated(frame, 20_000 * scale)) await client.write(many);
  await client.closed(200);
}

async function halfOpen(companion: CompanionHost, scale: number): Promise<undefined> {
  const head = `POST /api/v1/edits HTTP/1.1\r\nHost: 127.0.0.1:${companion.port}\r\nAuthorization: Bearer ${companion.token}\r\nContent-Type: application/json\r\nContent-Length: 500000\r\n\r\n{`;
  await idleConnections(companion, 0.3 * scale, head);
}

const bomb = (): Buffer => deflateRawSync(Buffer.alloc(64 * 1024 * 1024));

/** `scale` 1 is the full flood. */
export const FLOOD_ATTACKS: readonly Attack[] = [
  { name: "1,000 idle connections", run: (c, scale) => idleConnections(c, scale, "") },
  { name: "1,000 heads that never end", run: (c, scale) => idleConnections(c, scale, "GET / HTTP/1.1\r\nX-A: ") },
  { name: "300 bodies that never come", run: halfOpen },
  { name: "200,000 empty fragments", expectedClose: 1008, run: (c, scale) => sendUntilClosed(c, fragments(200_000 * scale)) },
  {
    name: "a message over the limit",
    expectedClose: 1009,
    run: (c) => sendUntilClosed(c, [frameOf(NOTHING, { opcode: BINARY, length: 2 ** 30 })]),
  },
  {
    name: "a deflate bomb of 64 MB",
    expectedClose: 1002,
    run: (c) => sendUntilClosed(c, [frameOf(bomb(), { opcode: TEXT, compressed: true })], "permessage-deflate"),
  },
  {
    name: "10,000 pings",
    expectedClose: 1008,
    run: (c, scale) => sendUntilClosed(c, repeated(frameOf(NOTHING, { opcode: PING }), 10_000 * scale)),
  },
  { name: "20,000 requests at once", run: requestFlood },
  { name: "readers who do not read", run: slowReader },
];
