import assert from "node:assert/strict";
import { test } from "node:test";
import { backOffMs } from "./back-off.ts";

test("pauses double and stop growing at 5 s", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 50].map((attempt) => backOffMs(attempt, 0.5)),
    [500, 1000, 2000, 4000, 5000, 5000, 5000],
  );
});

test("pauses are spread by a quarter either way", () => {
  assert.deepEqual([backOffMs(1, 0), backOffMs(1, 1)], [750, 1250]);
});
