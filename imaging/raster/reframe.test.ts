import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, createRaster } from "./raster.ts";
import { reframe, reframeMask } from "./reframe.ts";

const picture = () => {
  const image = createRaster(4, 3);
  for (let i = 0; i < 12; i++) image.data.set([i, i, i, 255], i * 4);
  return image;
};
const reds = (image: { data: Uint8ClampedArray }) => [...image.data].filter((_, i) => i % 4 === 0);

test("a frame inside cuts out, pixel for pixel", () => {
  assert.deepEqual(reds(reframe(picture(), { x: 1, y: 1, width: 2, height: 2 })), [5, 6, 9, 10]);
});

test("a frame beyond is see-through there and the same inside", () => {
  const out = reframe(picture(), { x: -1, y: -2, width: 6, height: 4 });
  assert.equal(out.data[3], 0);
  assert.deepEqual([...out.data.subarray((2 * 6 + 1) * 4, (2 * 6 + 1) * 4 + 4)], [0, 0, 0, 255]);
  assert.deepEqual(reframe(out, { x: 1, y: 2, width: 4, height: 2 }), reframe(picture(), { x: 0, y: 0, width: 4, height: 2 }));
});

test("a mask is what it was inside and what is asked beyond", () => {
  const mask = createMask(2, 1);
  mask.data[1] = 255;
  assert.deepEqual([...reframeMask(mask, { x: -1, y: 0, width: 4, height: 1 }, 7).data], [7, 0, 255, 7]);
});

test("a frame beside the picture shows nothing of it", () => {
  assert.ok(reframe(picture(), { x: 10, y: 0, width: 2, height: 2 }).data.every((v) => v === 0));
});
