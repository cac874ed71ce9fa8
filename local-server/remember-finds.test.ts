import assert from "node:assert/strict";
import { test } from "node:test";
import type { FindResult } from "../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../protocol/errors.ts";
import { rememberFinds } from "./remember-finds.ts";

const signal = new AbortController().signal;
const found: FindResult = { texts: [], width: 1, height: 1, timingsMs: {} };

/** A find that gives these answers in turn, and counts. */
function scripted(...answers: Result<FindResult>[]): { find: ReturnType<typeof rememberFinds>; calls(): number } {
  let calls = 0;
  return { find: rememberFinds(async () => answers[Math.min(calls++, answers.length - 1)]!), calls: () => calls };
}

test("the same picture is looked at once, another one anew", async () => {
  const { find, calls } = scripted(ok(found));
  await find("a", signal);
  assert.deepEqual([await find("a", signal), calls()], [ok(found), 1]);
  await find("b", signal);
  assert.equal(calls(), 2);
});

test("a failure is not remembered; a stopped worker is tried once more", async () => {
  const broken = err(emendError("not_an_image", "No."));
  const { find, calls } = scripted(broken, ok(found));
  assert.deepEqual([await find("a", signal), await find("a", signal), calls()], [broken, ok(found), 2]);
  const stopped = scripted(err(emendError("engine_failed", "Stopped.")), ok(found));
  assert.deepEqual([await stopped.find("a", signal), stopped.calls()], [ok(found), 2]);
  const dead = scripted(err(emendError("engine_failed", "Stopped.")));
  await dead.find("a", signal);
  assert.equal(dead.calls(), 2);
});

test("old pictures make room", async () => {
  const { find, calls } = scripted(ok(found));
  for (let i = 0; i < 65; i++) await find(String(i), signal);
  await find("64", signal);
  await find("0", signal);
  assert.equal(calls(), 66);
});
