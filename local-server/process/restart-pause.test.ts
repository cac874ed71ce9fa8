import assert from "node:assert/strict";
import { test } from "node:test";
import { RestartPause } from "./restart-pause.ts";

test("one death costs no pause, those in a row double it up to 30 s, and a success forgets them", () => {
  const pause = new RestartPause(() => 0);
  const pauses = Array.from({ length: 9 }, () => {
    pause.died();
    return pause.leftMs;
  });
  assert.deepEqual(pauses, [0, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  pause.recovered();
  assert.equal(pause.leftMs, 0);
});

test("an abort ends the wait", async () => {
  const pause = new RestartPause();
  for (let i = 0; i < 9; i++) pause.died();
  const start = performance.now();
  await pause.wait(AbortSignal.timeout(20));
  assert.ok(performance.now() - start < 5000);
});
