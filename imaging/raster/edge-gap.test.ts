import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeGap } from "./edge-gap.ts";

const size = { width: 1000, height: 500 };

test("a gap is a share of the shorter side, pixels, or each edge's own", () => {
  assert.deepEqual(edgeGap(4, size, 6), { x: 20, y: 20 });
  assert.deepEqual(edgeGap("40px", size, 6), { x: 40, y: 40 });
  assert.deepEqual(edgeGap("left 20px, top 3%", size, 6), { x: 20, y: 15 });
  assert.deepEqual(edgeGap("right 20px", size, 6), { x: 20, y: 30 });
});

test("numbers of another kind are no gap, and no gap eats the picture", () => {
  assert.deepEqual(edgeGap("colour like ¥999", size, 6), { x: 30, y: 30 });
  assert.deepEqual(edgeGap(undefined, size, 6), { x: 30, y: 30 });
  assert.deepEqual(edgeGap("4000px", size, 6), { x: 225, y: 225 });
});
