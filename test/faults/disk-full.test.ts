import assert from "node:assert/strict";
import { test } from "node:test";
import { cannotMount, fillTheDisk } from "./disk-full.ts";

test("on a full disk the companion says so, keeps what it accepted, and goes on without a restart once there is room", {
  skip: cannotMount() ?? false,
}, async () => {
  const { refusals, ...rest } = await fillTheDisk();
  assert.deepEqual(rest, { healthWhileFull: true, unfinished: 0, leftovers: false, doneAfterwards: true, sameProcess: true });
  assert.ok(refusals.includes("storage_full"));
  assert.deepEqual(
    [...new Set(refusals)].filter((code) => code !== "storage_full" && code !== "taken"),
    [],
  );
});
