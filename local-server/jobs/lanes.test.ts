import assert from "node:assert/strict";
import { test } from "node:test";
import { closedLanes } from "./lanes.ts";

test("a full lane is closed, and with it auto, which could lead there", () => {
  assert.deepEqual(closedLanes({ gpu: 1 }, { gpu: 2 }), []);
  assert.deepEqual(closedLanes({ gpu: 2 }, { gpu: 2 }), ["gpu", "auto"]);
  assert.deepEqual(closedLanes({ auto: 1, other: 9 }, { gpu: 1 }), ["gpu", "auto"]);
});

test("auto may have a limit of its own", () => {
  assert.deepEqual(closedLanes({ auto: 1 }, { auto: 2, gpu: 9 }), []);
  assert.deepEqual(closedLanes({ auto: 2 }, { auto: 2, gpu: 9 }), ["auto"]);
});
