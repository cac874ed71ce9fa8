import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../../imaging/raster/raster.ts";
import { likeness } from "./compare-pixels.ts";
import { shiftBetween } from "./register.ts";

/** A soft dark blob on white about (cx, cy). */
function blob(cx: number, cy: number): RasterImage {
  const image = createRaster(64, 48);
  for (let i = 0; i < 64 * 48; i++) {
    const d = Math.hypot((i % 64) - cx, Math.floor(i / 64) - cy);
    const v = 255 / (1 + Math.exp(10 - d));
    image.data.set([v, v, v, 255], i * 4);
  }
  return image;
}
const RECT = { x: 8, y: 8, width: 48, height: 32 };

test("a shift is told to a quarter of a pixel", () => {
  const { dx, dy } = shiftBetween(blob(33.5, 22), blob(30, 24), RECT);
  assert.ok(Math.abs(dx - 3.5) < 0.25, `dx ${dx}`);
  assert.ok(Math.abs(dy + 2) < 0.25, `dy ${dy}`);
});

test("a moved picture is unlike where it lies and alike once put in place", () => {
  const { ssim, placedSsim, shift } = likeness(blob(33, 26), blob(30, 22), { rect: RECT, grain: 0 });
  assert.ok(ssim < 0.95);
  assert.ok(placedSsim > 0.99);
  assert.ok(Math.abs(shift - 5) < 0.3);
});
