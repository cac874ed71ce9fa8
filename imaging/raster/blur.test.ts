import assert from "node:assert/strict";
import { test } from "node:test";
import { blurImage, blurPlane } from "./blur.ts";
import { createFloatImage, createPlane } from "./raster.ts";

test("a constant stays constant up to the borders", () => {
  const image = createFloatImage(12, 9);
  for (let i = 0; i < image.data.length; i++) image.data[i] = [10, 120, 250][i % 3];
  const out = blurImage(image, 2.3);
  assert.ok(out.data.every((v, i) => Math.abs(v - image.data[i]) < 1e-3));
});

test("a point spreads to a Gaussian of unit mass and variance σ²", () => {
  const plane = createPlane(41, 41);
  plane.data[20 * 41 + 20] = 1;
  const { data } = blurPlane(plane, 2);
  const mass = data.reduce((a, b) => a + b, 0);
  const variance = data.reduce((a, v, i) => a + v * ((i % 41) - 20) ** 2, 0) / mass;
  assert.ok(Math.abs(mass - 1) < 1e-4);
  assert.ok(Math.abs(variance - 4) < 0.15, `variance ${variance}`); // cut at 3 σ
});

test("channels do not mix and sigma 0 copies", () => {
  const image = createFloatImage(8, 8);
  image.data[(4 * 8 + 4) * 3 + 1] = 255;
  const out = blurImage(image, 1);
  assert.ok(out.data.every((v, i) => i % 3 === 1 || v === 0));
  assert.deepEqual(blurImage(image, 0).data, image.data);
});
