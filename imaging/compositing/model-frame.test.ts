import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster } from "../raster/raster.ts";
import { cutModelFrame, fitModelFrame } from "./model-frame.ts";

const LIMITS = { multiple: 32, maxPixels: 1_048_576, minSide: 384 };

test("sides are on the grid and within the pixels a model takes, whatever the picture", () => {
  for (const [width, height] of [
    [4096, 4096],
    [1920, 1080],
    [1025, 1023],
    [40, 900],
    [7, 5],
    [12_000, 900],
  ]) {
    const { size } = fitModelFrame({ width, height }, undefined, LIMITS);
    assert.equal(size.width % 32, 0);
    assert.equal(size.height % 32, 0);
    assert.ok(size.width * size.height <= LIMITS.maxPixels, `${width}×${height}`);
    assert.ok(Math.min(size.width, size.height) >= 384, `${width}×${height}`);
  }
});

test("a region is shown with surroundings that stay inside the picture", () => {
  const { rect } = fitModelFrame({ width: 1000, height: 800 }, { x: 10, y: 600, width: 200, height: 100 }, LIMITS);
  assert.deepEqual(rect, { x: 0, y: 500, width: 310, height: 300 });
});

test("see-through pixels are shown on white, never what they hid", () => {
  const source = createRaster(64, 64);
  source.data.fill(0);
  const cut = cutModelFrame(source, { rect: { x: 0, y: 0, width: 64, height: 64 }, size: { width: 64, height: 64 } });
  assert.ok(cut.data.every((value) => value === 255));
});
