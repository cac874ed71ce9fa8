import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { digestOf, type RunningCompanion, runCompanion, waitForEnd } from "../../test/fakes/running-companion.ts";
import { somePng } from "../../test/fixtures/broken-pictures.ts";

let running: RunningCompanion;
let source: string;
let png: Uint8Array;
before(async () => {
  running = await runCompanion();
  png = await somePng();
  source = await running.put(png);
});
after(() => running.stop());

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  running.call(path, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

async function codeOf(response: Response): Promise<[number, string]> {
  const { error } = (await response.json()) as { error: { code: string } };
  return [response.status, error.code];
}

test("health needs no token and tells nothing but name and protocol", async () => {
  const response = await fetch(`http://localhost:${running.port}/health`);
  assert.deepEqual(await response.json(), { name: "emend", protocol: 1 });
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.equal(response.headers.get("x-content-type-options"), "nosniff");
  assert.equal(response.headers.get("cache-control"), "no-store");
});

test("a preflight is answered without a token, everything else under /api is not", async () => {
  const url = `http://127.0.0.1:${running.port}/api/v1/engines`;
  const preflight = await fetch(url, { method: "OPTIONS" });
  assert.equal(preflight.status, 204);
  assert.match(preflight.headers.get("access-control-allow-headers") ?? "", /authorization/);
  assert.deepEqual(await codeOf(await fetch(url)), [401, "unauthorized"]);
  assert.deepEqual(await codeOf(await fetch(url, { headers: { authorization: `Bearer ${running.token}x` } })), [401, "unauthorized"]);
  assert.deepEqual(await codeOf(await fetch(`${url}?token=${running.token}`)), [401, "unauthorized"]);
});

test("sentences come in the language asked for; codes, data and other answers stay", async () => {
  const url = `http://localhost:${running.port}/api/v1/engines`;
  const told = async (language: string): Promise<[string, string | null]> => {
    const response = await fetch(url, { headers: { "accept-language": language } });
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    assert.deepEqual([response.status, error.code], [401, "unauthorized"]);
    return [error.message, response.headers.get("content-language")];
  };
  const english = ["The token is missing or wrong.", null];
  const chinese = ["令牌缺失或不正确。", "zh-CN"];
  assert.deepEqual(await told("zh-CN,zh;q=0.9,en;q=0.8"), chinese);
  assert.deepEqual(await told("en;q=0.5, zh-Hans"), chinese);
  assert.deepEqual(await told("fr, en-GB, zh"), english);
  assert.deepEqual(await told("*"), english);
  assert.deepEqual(await told("zh;q=0"), english);
  const blob = await running.call(`/api/v1/blobs/${source}`, { headers: { "accept-language": "zh" } });
  assert.deepEqual(new Uint8Array(await blob.arrayBuffer()), new Uint8Array(png));
});

test("a blob is stored under its digest only and comes back whole", async () => {
  const path = `/api/v1/blobs/${source}`;
  assert.deepEqual(new Uint8Array(await (await running.call(path)).arrayBuffer()), new Uint8Array(png));
  const head = await running.call(path, { method: "HEAD" });
  assert.deepEqual([head.status, head.headers.get("content-length")], [200, String(png.length)]);
  const other = digestOf(new Uint8Array([1]));
  assert.equal((await running.call(`/api/v1/blobs/${other}`, { method: "HEAD" })).status, 404);
  const wrong = await running.call(`/api/v1/blobs/${other}`, { method: "PUT", body: new Uint8Array([2]) });
  assert.deepEqual(await codeOf(wrong), [400, "digest_mismatch"]);
  assert.equal((await running.call(`/api/v1/blobs/${other}`)).status, 404);
});

test("names of blobs and jobs that could be paths are refused", async () => {
  const names = [
    "..%2f..%2fetc%2fpasswd",
    "a".repeat(63),
    "A".repeat(64),
    `${"a".repeat(64)}%00`,
    "C:%5Cwindows",
    "%ef%bc%8e%ef%bc%8e",
    "a".repeat(300),
  ];
  for (const name of names) {
    assert.deepEqual(await codeOf(await running.call(`/api/v1/blobs/${name}`)), [400, "bad_request"], name);
    assert.deepEqual(await codeOf(await running.call(`/api/v1/jobs/${name}x.y`)), [404, "job_not_found"], name);
  }
});

test("an edit is a job with a complete result and its patch as PNG", async () => {
  const job = await running.edit({ source, instruction: "¥199 -> ¥169" });
  assert.equal(job.status, "done");
  const { x, y, width, height } = job.result!.patch;
  assert.ok(x <= 2 && y <= 2 && x + width >= 10 && y + height >= 10, "the patch covers the square the engine painted");
  assert.equal(job.result?.outside.changed, 0);
  const patch = await running.call(`/api/v1/jobs/${job.id}/result`);
  assert.equal(patch.headers.get("content-type"), "image/png");
  assert.equal(digestOf(new Uint8Array(await patch.arrayBuffer())), job.result!.patch.sha256);
});

test("the same idempotency key gives the same job", async () => {
  const body = { source, instruction: "a -> b", seed: 7 };
  const ids = await Promise.all([1, 2].map(async () => (await post("/api/v1/edits", body, { "idempotency-key": "the-same-key" })).json()));
  assert.deepEqual(ids[0], ids[1]);
});

test("the second run of a request comes from the cache, unless that is not wanted", async () => {
  const request = { source, instruction: "cache -> me" };
  const runs = [await running.edit(request), await running.edit(request), await running.edit({ ...request, options: { cache: false } })];
  assert.deepEqual(
    runs.map((job) => job.result?.cache),
    ["miss", "hit", "miss"],
  );
});

test("a request that cannot work is refused at once, with its code", async () => {
  const cases: [unknown, number, string][] = [
    [{ source, instruction: "  " }, 400, "empty_instruction"],
    [{ source, instruction: "hello" }, 422, "instruction_unclear"],
    [{ source, instruction: "a -> b", engine: "nope" }, 400, "engine_unknown"],
    [{ source: "0".repeat(64), instruction: "a -> b" }, 404, "blob_missing"],
    [{ source: "../../etc/passwd", instruction: "a -> b" }, 400, "bad_request"],
    [{ source }, 400, "bad_request"],
    [{ source, instruction: "a -> b", surprise: 1 }, 400, "bad_request"],
    [{ source, instruction: "x".repeat(2001) }, 400, "bad_request"],
    [{ source, instruction: "a -> b", variants: 99 }, 400, "bad_request"],
    [[], 400, "bad_request"],
  ];
  for (const [body, status, code] of cases)
    assert.deepEqual(await codeOf(await post("/api/v1/edits", body)), [status, code], JSON.stringify(body).slice(0, 80));
  const form = await running.call("/api/v1/edits", { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" });
  assert.deepEqual(await codeOf(form), [400, "bad_request"]);
  const broken = await running.call("/api/v1/edits", { method: "POST", headers: { "content-type": "application/json" }, body: "{" });
  assert.deepEqual(await codeOf(broken), [400, "bad_request"]);
  assert.deepEqual(await codeOf(await post("/api/v1/edits", { source, instruction: "y".repeat(600_000) })), [413, "payload_too_large"]);
});

test("find answers with the texts, and with 4xx for what is no picture", async () => {
  const found = (await (await post("/api/v1/find", { source })).json()) as { texts: { string: string }[]; width: number };
  assert.deepEqual([found.texts[0]?.string, found.width], ["¥199", 64]);
  const garbage = await running.put(new TextEncoder().encode("no picture"));
  assert.deepEqual(await codeOf(await post("/api/v1/find", { source: garbage })), [422, "not_an_image"]);
});

test("a running job can be cancelled, also one that does not listen", async () => {
  for (const script of ["slow", "deaf"]) {
    const accepted = await post("/api/v1/edits", { source, instruction: "a -> b", options: { script, ms: 60_000, run: script } });
    const { jobId } = (await accepted.json()) as { jobId: string };
    while (((await (await running.call(`/api/v1/jobs/${jobId}`)).json()) as { status: string }).status !== "running")
      await new Promise((r) => setTimeout(r, 20));
    const cancelled = (await (await running.call(`/api/v1/jobs/${jobId}`, { method: "DELETE" })).json()) as { status: string };
    assert.equal(cancelled.status, "cancelled");
  }
  assert.equal((await running.edit({ source, instruction: "after -> cancel" })).status, "done");
});

test("an engine that crashes or throws fails its job only, in words, and the next job works", async () => {
  const crashed = await running.edit({ source, instruction: "a -> b", options: { script: "crash" } });
  assert.deepEqual([crashed.status, crashed.error?.code, crashed.error?.retryable], ["failed", "engine_failed", true]);
  const thrown = await running.edit({ source, instruction: "a -> b", options: { script: "throw" } });
  assert.deepEqual([thrown.status, thrown.error?.code], ["failed", "internal"]);
  assert.doesNotMatch(JSON.stringify(thrown), /a bug of the fake|\.ts:/);
  assert.equal((await running.edit({ source, instruction: "after -> crash" })).status, "done");
});

test("variants are results of one job with seeds that follow each other", async () => {
  const job = await running.edit({ source, instruction: "a -> b", seed: 5, variants: 3 });
  assert.deepEqual(
    [job.result, ...(job.variants ?? [])].map((r) => r?.seed),
    [5, 6, 7],
  );
});

test("wrong method, unknown address and unknown job are told apart", async () => {
  assert.deepEqual(await codeOf(await running.call("/api/v1/edits")), [405, "method_not_allowed"]);
  assert.deepEqual(await codeOf(await running.call("/api/v1/nothing")), [404, "not_found"]);
  assert.deepEqual(await codeOf(await running.call("/api/v1/jobs/00000000-0000")), [404, "job_not_found"]);
});

test("history lists edits of one source, newest first", async () => {
  const other = await running.put(await somePng(40, 30));
  const job = await running.edit({ source: other, instruction: "a -> b" });
  const { entries } = (await (await running.call(`/api/v1/history?source=${other}`)).json()) as { entries: { jobId: string }[] };
  assert.deepEqual(
    entries.map((entry) => entry.jobId),
    [job.id],
  );
});

test("without a built playground the front page says what to run", async () => {
  const page = await fetch(`http://127.0.0.1:${running.port}/`);
  assert.equal(page.status, 503);
  assert.match(await page.text(), /npm run build/);
});

test("pages are served without token, not framed, and never from outside their folder", async (t) => {
  const { mkdirSync, writeFileSync } = await import("node:fs");
  const pagesFolder = `${running.dataFolder}/pages`;
  mkdirSync(`${pagesFolder}/assets`, { recursive: true });
  writeFileSync(`${pagesFolder}/index.html`, "<!doctype html>");
  writeFileSync(`${pagesFolder}/assets/app.js`, "1");
  const second = await runCompanion({ pagesFolder });
  t.after(() => second.stop());
  const get = (path: string) => fetch(`http://127.0.0.1:${second.port}${path}`);
  const page = await get("/");
  assert.deepEqual([page.status, page.headers.get("content-security-policy")], [200, "frame-ancestors 'none'"]);
  assert.equal(page.headers.get("access-control-allow-origin"), null);
  assert.equal((await get("/assets/app.js")).headers.get("content-type"), "text/javascript; charset=utf-8");
  for (const path of ["/../token", "/%2e%2e/token", "/assets/..%2f..%2ftoken", "/assets", "/token"])
    assert.equal((await get(path)).status, 404, path);
});

test("one data folder has one companion", async () => {
  await assert.rejects(runCompanion({ dataFolder: running.dataFolder }));
});

test("waiting jobs survive a restart", async () => {
  const first = await runCompanion();
  const digest = await first.put(png);
  const body = JSON.stringify({ source: digest, instruction: "a -> b", options: { script: "slow", ms: 400 } });
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    const accepted = await first.call("/api/v1/edits", { method: "POST", headers: { "content-type": "application/json" }, body });
    ids.push(((await accepted.json()) as { jobId: string }).jobId);
  }
  await first.companion.close();
  const second = await runCompanion({ dataFolder: first.dataFolder });
  const ends = await Promise.all(ids.map((id) => waitForEnd(second.call, id)));
  await second.stop();
  assert.deepEqual(
    ends.map((job) => job.status),
    ["done", "done", "done"],
  );
});

test("a sensitive edit fails with its reason, is done once confirmed, and both the result and the audit log say so", async () => {
  const operations = [{ kind: "text.replace", text: { from: "Shutterstock", to: "Ours" } }];
  const asked = await running.edit({ source, operations });
  assert.equal(asked.error?.code, "confirmation_needed");
  assert.match(JSON.stringify(asked.error?.details), /"kind":"watermark"/);
  const done = await running.edit({ source, operations, confirmed: ["watermark"] });
  assert.deepEqual(done.result?.confirmed, ["watermark"]);
  const { entries } = (await (await running.call("/api/v1/audit")).json()) as { entries: { action: string; subject: string }[] };
  assert.ok(entries.some(({ action, subject }) => action === "confirm.watermark" && subject === done.id));
});
