import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster } from "../../raster/raster.ts";
import { hasDetail } from "./detail.ts";

const SIDE = 1200;
/** A soft horizontal ramp from 40 to 240, far below an edge from sample to sample. */
function ramp() {
  const image = createRaster(SIDE, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) image.data.set([1, 1, 1].map(() => 40 + (200 * (i % SIDE)) / SIDE).concat(255), i * 4);
  return image;
}
const all = { x: 0, y: 0, width: SIDE, height: SIDE };

test("a soft gradient has no detail", () => {
  assert.equal(hasDetail(ramp(), all), false);
});

test("one small word's worth of faint strokes is detail enough", () => {
  const image = ramp();
  // Ten 3 × 24 strokes, 9 apart, 20 levels darker.
  for (let s = 0; s < 10; s++) {
    for (let y = 600; y < 624; y++)
      for (let x = 500 + 9 * s; x < 503 + 9 * s; x++) for (let c = 0; c < 3; c++) image.data[(y * SIDE + x) * 4 + c] -= 20;
  }
  assert.equal(hasDetail(image, { x: 400, y: 500, width: 400, height: 400 }), true);
});

test("detail outside the part does not count", () => {
  const image = ramp();
  image.data.fill(0, 0, SIDE * 4 * 100);
  for (let i = 0; i < SIDE * 100; i += 8) image.data.fill(255, i * 4, i * 4 + 16);
  assert.equal(hasDetail(image, { x: 0, y: 300, width: SIDE, height: SIDE - 300 }), false);
  assert.equal(hasDetail(image, all), true);
});
