import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { digestOf, type RunningCompanion, runCompanion } from "../fakes/running-companion.ts";
import { somePng } from "../fixtures/broken-pictures.ts";

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let running: RunningCompanion;
let source: string;
const heard: Heard[] = [];
let refusals = 0;
const receiver = createServer((request, response) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    heard.push({ headers: request.headers, body });
    response.statusCode = refusals-- > 0 ? 503 : 204;
    response.end();
  });
});
let url: string;

before(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  running = await runCompanion({ limits: { callbackHosts: [new URL(url).host] }, webhookPausesMs: [10, 10] });
  source = digestOf(await somePng());
  await running.put(await somePng());
});
after(async () => {
  await running.stop();
  receiver.close();
});

async function until(seen: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !seen(); await new Promise((resolve) => setTimeout(resolve, 20)))
    assert.ok(Date.now() < end, "nothing was told");
}

const post = (path: string, body: unknown): Promise<Response> =>
  running.call(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

test("an edit's end is told once, signed so that the receiver can check it", async () => {
  const job = await running.edit({ source, instruction: "a -> b", callback: url });
  await until(() => heard.length > 0);
  const [{ headers, body }] = heard as [Heard];
  const { type, data } = JSON.parse(body) as { type: string; data: { id: string; status: string; result: object } };
  assert.deepEqual([type, data.id, data.status], ["job.done", job.id, "done"]);
  const { secret } = (await (await running.call("/api/v1/webhook-secret")).json()) as { secret: string };
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signed = `${String(headers["webhook-id"])}.${String(headers["webhook-timestamp"])}.${body}`;
  assert.equal(headers["webhook-signature"], `v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
  assert.ok(Math.abs(Number(headers["webhook-timestamp"]) - Date.now() / 1000) < 60);
  assert.doesNotMatch(body, /callback/);
});

test("a receiver that fails is told again under the same id", async () => {
  heard.length = 0;
  refusals = 2;
  await running.edit({ source, instruction: "c -> d", callback: url });
  await until(() => heard.length === 3);
  assert.equal(new Set(heard.map(({ headers }) => headers["webhook-id"])).size, 1);
});

test("a batch is told when all of it has ended", async () => {
  heard.length = 0;
  const edits = ["e", "f", "g"].map((word) => ({ source, instruction: `a -> ${word}` }));
  const { batchId } = (await (await post("/api/v1/batches", { edits, callback: url })).json()) as { batchId: string };
  await until(() => heard.length > 0);
  assert.deepEqual(
    heard.map(({ body }) => (JSON.parse(body) as { type: string; data: object }).type),
    ["batch.ended"],
  );
  const batch = (await (await running.call(`/api/v1/batches/${batchId}`)).json()) as { counts: { done: number } };
  assert.equal(batch.counts.done, 3);
});

test("an address of this network that is not listed is refused before any work", async () => {
  for (const callback of ["http://127.0.0.1:1/", "https://169.254.169.254/latest", "http://example.com/", "https://localhost/"]) {
    const refused = await post("/api/v1/edits", { source, instruction: "x -> y", callback });
    const { error } = (await refused.json()) as { error: { code: string; message: string } };
    assert.deepEqual(
      [refused.status, error.code, error.message],
      [400, "bad_request", "The callback address may not be called."],
      callback,
    );
  }
});

test("a new secret replaces the old one", async () => {
  const secret = async (method: string): Promise<string> =>
    ((await (await running.call("/api/v1/webhook-secret", { method })).json()) as { secret: string }).secret;
  const first = await secret("GET");
  assert.match(first, /^whsec_[A-Za-z0-9+/]{43}=$/);
  assert.equal(await secret("GET"), first);
  assert.notEqual(await secret("POST"), first);
});
