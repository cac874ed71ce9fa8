import assert from "node:assert/strict";
import { test } from "node:test";
import { median, quantile } from "./statistics.ts";

test("of an even number the upper middle counts, and the list given stays as it was", () => {
  const values = [9, 1, 5, 3];
  assert.equal(median(values), 5);
  assert.deepEqual(values, [9, 1, 5, 3]);
});

test("quantiles run from the least to the greatest; an empty list gives 0", () => {
  assert.deepEqual([quantile([4, 2, 8], 0), quantile([4, 2, 8], 1), quantile([], 0.5)], [2, 8, 0]);
});
