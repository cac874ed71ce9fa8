import assert from "node:assert/strict";
import { test } from "node:test";
import { quantile, share } from "./statistics.ts";

test("quantiles lie between neighbours and leave out what is missing", () => {
  assert.equal(quantile([4, undefined, 1, 2, 3], 0.5), 2.5);
  assert.ok(Math.abs((quantile([0, 10], 0.1) ?? Number.NaN) - 1) < 1e-9);
  assert.equal(quantile([undefined], 0.5), undefined);
});

test("a share counts only the answered", () => {
  assert.deepEqual(share([true, undefined, false]), { yes: 1, of: 2 });
});
