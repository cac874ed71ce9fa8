import assert from "node:assert/strict";
import { test } from "node:test";
import { boxMean } from "./box-mean.ts";
import { mulberry32 } from "./random.ts";
import type { Plane } from "./raster.ts";

test("a box mean is the mean of the window, cut at the border", () => {
  const random = mulberry32(2);
  const plane: Plane = { width: 13, height: 9, data: Float32Array.from({ length: 13 * 9 }, random) };
  for (const radius of [0, 1, 3, 20]) {
    const mean = boxMean(plane, radius);
    for (let i = 0; i < mean.data.length; i++) {
      const [x, y] = [i % 13, Math.floor(i / 13)];
      const window = [...plane.data].filter((_, k) => Math.abs((k % 13) - x) <= radius && Math.abs(Math.floor(k / 13) - y) <= radius);
      assert.ok(Math.abs(mean.data[i] - window.reduce((a, b) => a + b, 0) / window.length) < 1e-5);
    }
  }
});
