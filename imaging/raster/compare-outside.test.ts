import assert from "node:assert/strict";
import { test } from "node:test";
import { compareOutside } from "./compare-outside.ts";
import { createRaster } from "./raster.ts";

test("only pixels that count are compared, alpha included", () => {
  const [a, b] = [createRaster(3, 1), createRaster(3, 1)];
  b.data.set([5, 0, 0, 0, 0, 0, 0, 9, 200, 0, 0, 0]);
  assert.deepEqual(compareOutside(a, b, Uint8Array.of(0, 0, 1)), { pixels: 2, changed: 2, maxDiff: 9 });
  assert.deepEqual(compareOutside(a, b, Uint8Array.of(9, 1, 255)), { pixels: 0, changed: 0, maxDiff: 0 });
});
