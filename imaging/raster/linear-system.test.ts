import assert from "node:assert/strict";
import { test } from "node:test";
import { solveLinear } from "./linear-system.ts";

test("both right-hand sides of a system that needs a row exchange are solved", () => {
  // 0x + 2y = 4, 3x + y = 5 → x = 1, y = 2; with sides 2 and 4 → y = 1, x = 1.
  const rows = [Float64Array.of(0, 2, 4, 2), Float64Array.of(3, 1, 5, 4)];
  assert.equal(solveLinear(rows), true);
  assert.deepEqual(
    rows.map((r) => [r[2], r[3]]),
    [
      [1, 1],
      [2, 1],
    ],
  );
});

test("a singular system is said to be one", () => {
  assert.equal(solveLinear([Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)]), false);
});
