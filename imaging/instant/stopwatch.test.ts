import assert from "node:assert/strict";
import { test } from "node:test";
import { createStopwatch } from "./stopwatch.ts";

const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("a stage timed twice adds up, and stages are announced as they begin", async () => {
  const begun: string[] = [];
  const clock = createStopwatch((stage) => begun.push(stage));
  assert.equal(await clock.time("fit", () => 7), 7);
  await clock.time("plate", () => rest(12));
  const once = clock.totals.plate;
  await clock.time("plate", () => rest(12));
  assert.ok(once >= 10 && clock.totals.plate >= once + 10);
  assert.deepEqual(begun, ["fit", "plate", "plate"]);
  assert.deepEqual(Object.keys(clock.totals), ["fit", "plate"]);
});

test("a stage that fails is timed too and its failure passes on", async () => {
  const clock = createStopwatch();
  const broken = new Error("broken");
  await assert.rejects(
    clock.time("fit", async () => {
      await rest(12);
      throw broken;
    }),
    broken,
  );
  assert.ok(clock.totals.fit >= 10);
});
