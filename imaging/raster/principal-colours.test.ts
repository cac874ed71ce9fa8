import assert from "node:assert/strict";
import { test } from "node:test";
import { principalColours } from "./principal-colours.ts";
import { createRaster } from "./raster.ts";

test("colours that vary along one line and hardly across it give that line first, the others upright on it", () => {
  const image = createRaster(64, 64);
  for (let i = 0; i < 64 * 64; i++) {
    const [t, s] = [(i % 64) - 32, (i >> 6) % 2 === 0 ? 4 : -4];
    image.data.set([128 + 2 * t, 128 + t, 128 + s, 255], 4 * i);
  }
  const { mean, directions } = principalColours(image, 1);
  assert.ok(Math.abs(mean[2] - 128) < 1);
  const [first, second, third] = directions;
  assert.ok(Math.abs(Math.abs(first!.along[0]) - 2 / Math.sqrt(5)) < 0.01 && Math.abs(first!.along[2]) < 0.01);
  assert.ok(Math.abs(Math.abs(second!.along[2]) - 1) < 0.01 && Math.abs(second!.deviation - 4) < 0.1);
  assert.ok(third!.deviation < 1);
});
