import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, createRaster, type RasterImage } from "../raster/raster.ts";
import { applyPatch } from "./apply-patch.ts";
import { cutPatch } from "./cut-patch.ts";
import { verifyPatch } from "./verify-patch.ts";

function setting() {
  const source = createRaster(10, 8);
  source.data.fill(255);
  const edited: RasterImage = { ...source, data: Uint8ClampedArray.from(source.data, (v, i) => (i % 4 === 3 ? 255 : v - 40)) };
  const mask = createMask(10, 8);
  mask.data.fill(255, 32, 37);
  const cut = cutPatch(source, edited, mask);
  return { source, cut, result: applyPatch(source, cut) };
}

// 5 changed pixels in a row and their rim of 2 px: 9 + 2·7 + 2·5 = 33 of 80 pixels are the patch's.
test("an honest result verifies", () => {
  const { source, cut, result } = setting();
  assert.deepEqual(verifyPatch(source, result, cut), { outside: { pixels: 47, changed: 0, maxDiff: 0 }, notFromPatch: 0, ok: true });
});

test("one changed pixel outside the patch is found with its step", () => {
  const { source, cut, result } = setting();
  result.data[4 * 70 + 2] -= 3;
  const found = verifyPatch(source, result, cut);
  assert.deepEqual(found.outside, { pixels: 47, changed: 1, maxDiff: 3 });
  assert.equal(found.ok, false);
});

test("a pixel under the patch that the patch does not explain is found", () => {
  const { source, cut, result } = setting();
  result.data[4 * 33] += 1;
  const found = verifyPatch(source, result, cut);
  assert.equal(found.outside.changed, 0);
  assert.deepEqual([found.notFromPatch, found.ok], [1, false]);
});

test("pictures of different size do not compare", () => {
  const { source, cut } = setting();
  assert.throws(() => verifyPatch(source, createRaster(9, 8), cut), RangeError);
});
