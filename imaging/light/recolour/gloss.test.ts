import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlane } from "../../raster/raster.ts";
import { withGloss } from "./gloss.ts";

/** A red field with a patch in it that is not masked. OKLab ×100. */
function field(patch: readonly number[], size: number) {
  const [mask, within] = [createPlane(60, 60), createPlane(60, 60)];
  mask.data.fill(1);
  within.data.fill(1);
  const lab = new Float32Array(3600 * 3);
  for (let i = 0; i < 3600; i++) {
    const inside = Math.abs((i % 60) - 30) < size && Math.abs(Math.floor(i / 60) - 30) < size;
    lab.set(inside ? patch : [50, 16, 8], i * 3);
    if (inside) mask.data[i] = 0;
  }
  const paint = { centre: [50, 16, 8] as const, share: 1 };
  return withGloss(lab, { mask, within, paint }).data[30 * 60 + 30];
}

test("an enclosed light of no colour is the paint's gloss, a large one or one of another colour is not", () => {
  assert.equal(field([90, 1, 1], 5), 1);
  assert.equal(field([90, 1, 1], 14), 0);
  assert.equal(field([80, -12, 14], 5), 0);
});

test("a dark patch is a fleck only while it is small", () => {
  assert.equal(field([20, 2, 1], 2), 1);
  assert.equal(field([20, 2, 1], 6), 0);
});
