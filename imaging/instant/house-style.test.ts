import assert from "node:assert/strict";
import { test } from "node:test";
import { contrastRatio } from "./house-style.ts";

test("contrast is 21 between black and white, 1 between a colour and itself, and the same either way", () => {
  assert.ok(Math.abs(contrastRatio([0, 0, 0], [255, 255, 255]) - 21) < 1e-9);
  assert.equal(contrastRatio([200, 16, 46], [200, 16, 46]), 1);
  assert.equal(contrastRatio([10, 90, 200], [250, 240, 200]), contrastRatio([250, 240, 200], [10, 90, 200]));
});
