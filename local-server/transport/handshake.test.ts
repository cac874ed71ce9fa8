import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type RunningCompanion, runCompanion } from "../../test/fakes/running-companion.ts";

/** The door by raw socket: fetch cannot forge a Host header. Who is admitted must be exactly who the specification names. */
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

type Kind = "GET" | "POST" | "WS";

const hosts = (port: number): readonly [header: string, good: boolean][] => [
  [`Host: localhost:${port}\r\n`, true],
  [`Host: 127.0.0.1:${port}\r\n`, true],
  [`Host: [::1]:${port}\r\n`, true],
  [`Host: 0.0.0.0:${port}\r\n`, false],
  [`Host: evil.test:${port}\r\n`, false],
  [`Host: 127.0.0.1.evil.test:${port}\r\n`, false],
  [`Host: localhost.evil.test:${port}\r\n`, false],
  [`Host: LOCALHOST:${port}\r\n`, false],
  [`Host: 127.1:${port}\r\n`, false],
  [`Host: 2130706433:${port}\r\n`, false],
  ["Host: localhost\r\n", false],
  ["Host: \r\n", false],
  ["", false],
  [`Host: localhost:${port}\r\nHost: localhost:${port}\r\n`, false],
  ["Host: [\r\n", false],
];
const ORIGINS = ["", "Origin: null\r\n", "Origin: https://www.figma.com\r\n", "Origin: https://evil.test\r\n", "Origin: ][\r\n"];
const tokens = (valid: string): readonly [token: string | undefined, good: boolean][] => [
  [undefined, false],
  ["", false],
  ["A".repeat(valid.length), false],
  [`${valid}A`, false],
  [valid.slice(0, -1), false],
  [valid, true],
];

function requestText(kind: Kind, { host, origin, token }: { host: string; origin: string; token: string | undefined }): string {
  if (kind === "WS") {
    const protocol = token === undefined ? "emend.v1" : `emend.v1, ${token}`;
    const upgrade =
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    return `GET /api/v1/socket HTTP/1.1\r\n${host}${origin}${upgrade}Sec-WebSocket-Protocol: ${protocol}\r\n\r\n`;
  }
  const authorization = token === undefined ? "" : `Authorization: Bearer ${token}\r\n`;
  const body = kind === "POST" ? "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" : "\r\n";
  const path = kind === "POST" ? "/api/v1/plan" : "/api/v1/history";
  return `${kind} ${path} HTTP/1.1\r\n${host}${origin}${authorization}Connection: close\r\n${body}`;
}

/** Admitted: 101 for a socket, 200 for a read, 400 `bad_request` for an empty body that got as far as validation. */
const ADMITTED: Readonly<Record<Kind, number>> = { GET: 200, POST: 400, WS: 101 };

test("exactly the right Host with the right token is admitted, whatever the Origin", async () => {
  const wrong: string[] = [];
  for (const kind of ["GET", "POST", "WS"] as const) {
    for (const [host, goodHost] of hosts(running.port)) {
      for (const origin of ORIGINS) {
        for (const [token, goodToken] of tokens(running.token)) {
          const status = await statusOf(requestText(kind, { host, origin, token }));
          const good = goodHost && goodToken;
          const right = good ? status === ADMITTED[kind] : goodHost ? status === 401 : status === 400 || status === 403;
          if (!right) wrong.push(`${kind} ${JSON.stringify(host)} ${JSON.stringify(origin)} ${String(token)} → ${status}`);
        }
      }
    }
  }
  assert.deepEqual(wrong, []);
});

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
