import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WebSocket } from "ws";
import { blobFrames, type ClientMessage, readBlobFrame, type ServerMessage } from "../../protocol/socket.ts";
import { digestOf, type RunningCompanion, runCompanion } from "../../test/fakes/running-companion.ts";
import { somePng } from "../../test/fixtures/broken-pictures.ts";
import { renewToken } from "../store/token-file.ts";

let running: RunningCompanion;
before(async () => {
  running = await runCompanion();
});
after(() => running.stop());

/** A client that keeps everything it hears and can wait for what it wants. */
class Client {
  readonly socket: WebSocket;
  readonly heard: ServerMessage[] = [];
  readonly parts: Uint8Array[] = [];
  closeCode: number | undefined;

  constructor(port: number, token: string) {
    this.socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/socket`, ["emend.v1", token]);
    this.socket.on("message", (data: Buffer, isBinary) => {
      if (isBinary) this.parts.push(readBlobFrame(data)!.part);
      else this.heard.push(JSON.parse(data.toString()) as ServerMessage);
    });
    this.socket.on("close", (code) => (this.closeCode = code));
    this.socket.on("error", () => undefined);
  }

  static async open(companion = running): Promise<Client> {
    const client = new Client(companion.port, companion.token);
    await client.until(() => client.socket.readyState === WebSocket.OPEN);
    return client;
  }

  send(message: ClientMessage | string): void {
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
  }

  async until<T>(seen: () => T | undefined | false): Promise<T> {
    for (const end = Date.now() + 5000; Date.now() < end; await new Promise((r) => setTimeout(r, 5))) {
      const value = seen();
      if (value !== undefined && value !== false) return value;
    }
    throw new Error(`not seen; heard ${JSON.stringify(this.heard).slice(0, 500)}`);
  }

  reply(id: number): Promise<unknown> {
    return this.until(() => this.heard.find((m) => m.type === "reply" && m.id === id)).then((m) => (m as { value: unknown }).value);
  }

  failure(id?: number): Promise<string> {
    return this.until(() => this.heard.find((m) => m.type === "failure" && m.id === id)).then(
      (m) => (m as { error: { code: string } }).error.code,
    );
  }

  async upload(id: number, bytes: Uint8Array, sha256?: string): Promise<void> {
    this.send({ type: "blob.put", id, size: bytes.length, ...(sha256 !== undefined && { sha256 }) });
    for (const frame of blobFrames(id, bytes)) if (bytes.length > 0) this.socket.send(frame);
  }
}

test("only the protocol name is selected, never the token", async () => {
  const client = await Client.open();
  assert.equal(client.socket.protocol, "emend.v1");
  client.send({ type: "hello", protocol: 1, client: "test" });
  assert.deepEqual(await client.until(() => client.heard[0]), { type: "welcome", protocol: 1, companion: "0.0.0" });
  client.socket.close();
});

test("a client of another protocol version is told and let go", async () => {
  const client = await Client.open();
  client.send({ type: "hello", protocol: 99, client: "test" });
  assert.equal(await client.failure(), "protocol_mismatch");
  assert.equal(await client.until(() => client.closeCode), 4001);
});

test("sentences come in the language the client speaks, from the moment it says so", async () => {
  const client = await Client.open();
  const digest = "0".repeat(64);
  const messageOf = async (id: number): Promise<string> => {
    client.send({ type: "blob.get", id, sha256: digest });
    await client.failure(id);
    const failure = client.heard.find((m) => m.type === "failure" && m.id === id);
    return failure?.type === "failure" ? failure.error.message : "";
  };
  assert.equal(await messageOf(1), "The companion does not have this picture.");
  client.send({ type: "language", language: "zh-CN" });
  assert.equal(await messageOf(2), "本地服务里没有这张图片。");
  client.send({ type: "language", language: "en" });
  assert.equal(await messageOf(3), "The companion does not have this picture.");
  client.socket.close();
});

test("a picture goes up in chunks, is edited, reports progress, and the patch comes down", async () => {
  const client = await Client.open();
  const png = await somePng();
  await client.upload(1, png, digestOf(png));
  assert.deepEqual(await client.reply(1), { sha256: digestOf(png) });
  client.send({ type: "edit", id: 2, key: "socket-edit-1", request: { source: digestOf(png), instruction: "a -> b" } });
  const { jobId } = (await client.reply(2)) as { jobId: string };
  const done = await client.until(() => client.heard.find((m) => m.type === "job" && m.job.id === jobId && m.job.status === "done"));
  assert.ok(client.heard.some((m) => m.type === "job" && m.job.status === "running" && m.job.progress !== undefined));
  assert.ok(done.type === "job" && done.job.result);
  client.send({ type: "blob.get", id: 3, sha256: done.job.result.patch.sha256 });
  const { size } = (await client.reply(3)) as { size: number };
  await client.until(() => client.parts.reduce((sum, part) => sum + part.length, 0) === size);
  assert.equal(digestOf(Buffer.concat(client.parts)), done.job.result.patch.sha256);
  client.socket.close();
});

test("a blob of several chunks arrives whole, an empty one too, a wrong one is refused", async () => {
  const client = await Client.open();
  const big = new Uint8Array(5 * 1024 * 1024 + 3).map((_, i) => i % 251);
  await client.upload(1, big);
  await client.upload(2, new Uint8Array());
  await client.upload(3, new Uint8Array([1, 2]), "0".repeat(64));
  assert.deepEqual(await client.reply(1), { sha256: digestOf(big) });
  assert.deepEqual(await client.reply(2), { sha256: digestOf(new Uint8Array()) });
  assert.equal(await client.failure(3), "digest_mismatch");
  client.send({ type: "blob.has", id: 4, sha256: digestOf(big) });
  assert.deepEqual(await client.reply(4), { present: true });
  client.socket.close();
});

test("what cannot be understood is answered, by id where it has one", async () => {
  const client = await Client.open();
  client.send("{");
  assert.equal(await client.failure(), "bad_request");
  client.send('{"type":"find","id":7,"source":"../../etc/passwd"}');
  assert.equal(await client.failure(7), "bad_request");
  client.send('{"type":"explode","id":8}');
  assert.equal(await client.failure(8), "bad_request");
  client.socket.send(new Uint8Array([0, 0, 0, 9, 1]));
  assert.equal(await client.failure(9), "bad_request");
  client.send({ type: "job.get", id: 10, jobId: "no-such-job" });
  assert.equal(await client.failure(10), "job_not_found");
  client.socket.close();
});

test("a message over the limit closes the connection with 1009", async () => {
  const client = await Client.open();
  client.socket.send(new Uint8Array(2 * 1024 * 1024));
  assert.equal(await client.until(() => client.closeCode), 1009);
});

test("a ninth connection is refused until one leaves", async () => {
  const clients = await Promise.all(Array.from({ length: 8 }, () => Client.open()));
  const extra = new Client(running.port, running.token);
  await extra.until(() => extra.closeCode);
  for (const client of clients) client.socket.close();
  await clients[0]!.until(() => clients.every((client) => client.closeCode !== undefined));
  // The server hears of the closing a moment after the clients do.
  for (;;) {
    const later = new Client(running.port, running.token);
    await later.until(() => later.socket.readyState === WebSocket.OPEN || later.closeCode !== undefined);
    if (later.closeCode !== undefined) continue;
    later.socket.close();
    break;
  }
});

test("a slow reader of a large blob costs little memory and still gets it whole", async () => {
  const big = new Uint8Array(40 * 1024 * 1024).fill(7);
  const digest = await running.put(big);
  const client = await Client.open();
  client.send({ type: "blob.get", id: 1, sha256: digest });
  await client.reply(1);
  client.socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = process.memoryUsage().rss;
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.ok(process.memoryUsage().rss - before < 32 * 1024 * 1024);
  client.socket.resume();
  await client.until(() => client.parts.reduce((sum, part) => sum + part.length, 0) === big.length);
  client.socket.close();
});

test("a renewed token ends the connections of the old one", async (t) => {
  const second = await runCompanion();
  t.after(() => second.stop());
  const client = await Client.open(second);
  await renewToken(second.dataFolder);
  client.send({ type: "engines", id: 1 });
  assert.equal(await client.until(() => client.closeCode), 1008);
  assert.deepEqual(client.heard, []);
});
