import assert from "node:assert/strict";
import { test } from "node:test";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { retryAfterMs, withBackOff } from "./back-off.ts";

const PLAN = { tries: 3, baseMs: 4, mostMs: 50 };
const busy: Result<string> = err(emendError("rate_limited", "Busy."));

test("Retry-After is read as seconds and as a date", () => {
  assert.equal(retryAfterMs("2"), 2000);
  assert.equal(retryAfterMs("Sat, 21 Nov 2026 10:00:05 GMT", Date.parse("2026-11-21T10:00:00Z")), 5000);
  assert.equal(retryAfterMs("soon"), undefined);
  assert.equal(retryAfterMs(null), undefined);
});

test("a try that succeeds ends it", async () => {
  let tries = 0;
  const done = await withBackOff(PLAN, new AbortController().signal, async () => (++tries < 3 ? { again: busy } : { done: ok("made") }));
  assert.deepEqual(done, ok("made"));
});

test("after the last try the failure stands", async () => {
  let tries = 0;
  const done = await withBackOff(PLAN, new AbortController().signal, async () => {
    tries++;
    return { again: busy };
  });
  assert.deepEqual(done, busy);
  assert.equal(tries, 3);
});

test("an abort ends the pause", async () => {
  const controller = new AbortController();
  const plan = { tries: 3, baseMs: 60_000, mostMs: 60_000 };
  setTimeout(() => controller.abort(), 10);
  const done = await withBackOff(plan, controller.signal, async () => ({ again: busy }));
  assert.equal(!done.ok && done.error.code, "cancelled");
});
