import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { FakeChildMethods } from "../../test/fakes/child.ts";
import { silentLogger } from "../observability/logger.ts";
import { ChildHost } from "./child-host.ts";

const hosts: ChildHost<FakeChildMethods>[] = [];
after(() => Promise.all(hosts.map((host) => host.close())));

function freshHost(overrides: { idleMs?: number; graceMs?: number; maxResidentBytes?: number } = {}): ChildHost<FakeChildMethods> {
  const entry = new URL("../../test/fakes/child.ts", import.meta.url);
  const host = new ChildHost<FakeChildMethods>({
    name: "test child",
    entry,
    logger: silentLogger,
    idleMs: 60_000,
    graceMs: 200,
    ...overrides,
  });
  hosts.push(host);
  return host;
}

const codeOf = (result: { readonly ok: boolean; readonly error?: { readonly code: string } }): string =>
  result.ok ? "ok" : (result.error?.code ?? "");

test("a call carries bytes both ways and events on the way; refusals are values", async () => {
  const host = freshHost();
  const events: number[] = [];
  const echoed = await host.call("echo", new Uint8Array([1, 2, 3]), { onEvent: (event) => events.push(event) });
  assert.deepEqual(
    [echoed.ok && [...echoed.value], events],
    [
      [1, 2, 3],
      [1, 2],
    ],
  );
  assert.equal(codeOf(await host.call("refuse", null)), "image_empty");
});

test("a handler that throws is a bug without details for the caller, and the child lives on", async () => {
  const host = freshHost();
  const thrown = await host.call("throws", null);
  assert.equal(codeOf(thrown), "internal");
  assert.doesNotMatch(JSON.stringify(thrown), /secret/);
  assert.ok((await host.call("pid", null)).ok);
});

test("when the child dies every call in flight fails with a reason and the next call gets a new child", async () => {
  const host = freshHost();
  const first = await host.call("pid", null);
  const waiting = host.call("deaf", null);
  assert.equal(codeOf(await host.call("die", null)), "engine_failed");
  assert.equal(codeOf(await waiting), "engine_failed");
  const second = await host.call("pid", null);
  assert.ok(first.ok && second.ok);
  assert.notEqual(first.value, second.value);
});

test("abort asks first and kills after the grace; both answer cancelled", async () => {
  for (const [method, survives] of [
    ["patient", true],
    ["deaf", false],
  ] as const) {
    const host = freshHost();
    const before = await host.call("pid", null);
    const abort = new AbortController();
    const call = host.call(method, null, { signal: abort.signal });
    const start = performance.now();
    abort.abort();
    assert.equal(codeOf(await call), "cancelled");
    assert.ok(performance.now() - start < 2000);
    const now = await host.call("pid", null);
    assert.equal(before.ok && now.ok && before.value === now.value, survives, method);
  }
  const aborted = await freshHost().call("pid", null, { signal: AbortSignal.abort() });
  assert.equal(codeOf(aborted), "cancelled");
});

test("a call over its time is a timeout and its child is gone", async () => {
  const host = freshHost();
  assert.equal(codeOf(await host.call("deaf", null, { timeoutMs: 400 })), "engine_timeout");
  assert.ok((await host.call("pid", null)).ok);
});

test("an idle child ends and is replaced at the next call", async () => {
  const host = freshHost({ idleMs: 50 });
  const first = await host.call("pid", null);
  while (host.pid !== undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  const second = await host.call("pid", null);
  assert.ok(first.ok && second.ok && first.value !== second.value);
});

test("close ends the child and answers calls in flight with cancelled", async () => {
  const host = freshHost();
  const call = host.call("deaf", null);
  await host.close();
  assert.equal(codeOf(await call), "cancelled");
  assert.equal(host.pid, undefined);
});

test("a child that sends nonsense is ended, and its calls fail with a reason", async () => {
  const host = freshHost();
  assert.equal(codeOf(await host.call("garbage", null)), "engine_failed");
  assert.ok((await host.call("pid", null)).ok);
});

test("a child that takes too much memory is ended", { skip: process.platform !== "linux" }, async () => {
  const host = freshHost({ maxResidentBytes: 400 * 1024 * 1024 });
  assert.equal(codeOf(await host.call("gobble", null)), "engine_failed");
  assert.ok((await host.call("pid", null)).ok);
});

test("what three children died of is refused to the fourth; other work goes on", async () => {
  const host = freshHost();
  for (let i = 0; i < 3; i++) {
    assert.equal(codeOf(await host.call("die", null, { input: "bad" })), "engine_failed");
    await host.call("pid", null);
  }
  const refused = await host.call("pid", null, { input: "bad" });
  assert.equal(!refused.ok && refused.error.retryable, false);
  assert.ok((await host.call("pid", null, { input: "good" })).ok);
});
