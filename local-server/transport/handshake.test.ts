import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type RunningCompanion, runCompanion } from "../../test/fakes/running-companion.ts";

/** The door by raw socket, beside the whole matrix in `test/security`: what is malformed, given twice or breaks off. */
let running: RunningCompanion;
before(async () => {
  running = await runCompanion();
});
after(() => running.stop());

/** Sends bytes, gives the status of the answer; 0 where the connection ends without one. */
function statusOf(text: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(running.port, "127.0.0.1", () => socket.write(text));
    let answer = "";
    const finish = (): void => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0));
    };
    socket.on("data", (data) => {
      answer += data.toString("latin1");
      if (answer.includes("\r\n")) finish();
    });
    socket.on("close", finish);
    socket.on("error", finish);
  });
}

test("a token given twice, in the query or under another protocol name is refused", async () => {
  const host = `Host: localhost:${running.port}\r\n`;
  const twice = `GET /api/v1/history HTTP/1.1\r\n${host}${`Authorization: Bearer ${running.token}\r\n`.repeat(2)}\r\n`;
  assert.equal(await statusOf(twice), 401);
  const upgrade = `${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n`;
  for (const protocol of [
    `other.v1, ${running.token}`,
    `${running.token}, emend.v1`,
    `emend.v1, ${running.token}, x`,
    `emend.v1, x, ${running.token}`,
  ]) {
    assert.equal(await statusOf(`GET /api/v1/socket HTTP/1.1\r\n${upgrade}Sec-WebSocket-Protocol: ${protocol}\r\n\r\n`), 401, protocol);
  }
  const query = `GET /api/v1/socket?token=${running.token} HTTP/1.1\r\n${upgrade}Sec-WebSocket-Protocol: emend.v1\r\n\r\n`;
  assert.equal(await statusOf(query), 404);
});

test("malformed requests get 400 and the companion lives on", async () => {
  const port = running.port;
  for (const text of [
    "\0\0\0\r\n\r\n",
    "GET\r\n\r\n",
    `GET http://evil.test/ HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`,
    `OPTIONS * HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`,
    `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`,
  ]) {
    const status = await statusOf(text);
    assert.ok(status === 400 || status === 431, `${text.slice(0, 30)} → ${status}`);
  }
  const connectText = `CONNECT evil.test:443 HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`;
  assert.notEqual(await statusOf(connectText), 200);
  assert.equal(await statusOf(`GET /health HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`), 200);
});

test("an upload that breaks off leaves nothing behind", async () => {
  const path = `/api/v1/blobs/${"0".repeat(64)}`;
  const head = `PUT ${path} HTTP/1.1\r\nHost: localhost:${running.port}\r\nAuthorization: Bearer ${running.token}\r\nContent-Length: 1000\r\n\r\n`;
  const incoming = (): number => readdirSync(join(running.dataFolder, "blobs", "incoming")).length;
  const socket = connect(running.port, "127.0.0.1", () => socket.write(`${head}half`));
  while (incoming() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  socket.destroy();
  while (incoming() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(await statusOf(`GET /health HTTP/1.1\r\nHost: localhost:${running.port}\r\n\r\n`), 200);
});

test("a renewed token locks the old one out at once", async (t) => {
  const { renewToken } = await import("../store/token-file.ts");
  const second = await runCompanion();
  t.after(() => second.stop());
  assert.equal((await second.call("/api/v1/history")).status, 200);
  const renewed = await renewToken(second.dataFolder);
  assert.equal((await second.call("/api/v1/history")).status, 401);
  assert.equal((await second.call("/api/v1/history", { headers: { authorization: `Bearer ${renewed.ok && renewed.value}` } })).status, 200);
});

test("a connection opened ahead of need is closed without a word, half a request is told it took too long", async () => {
  const silent = new Promise<string>((resolve) => {
    let heard = "";
    const socket = connect(running.port, "127.0.0.1");
    socket.on("data", (data) => {
      heard += data.toString("latin1");
    });
    socket.on("close", () => resolve(heard));
  });
  assert.deepEqual(await Promise.all([silent, statusOf("GET / HTTP/1.1\r\nHost: localh")]), ["", 408]);
});
