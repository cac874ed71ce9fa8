import assert from "node:assert/strict";
import { test } from "node:test";
import { dilate, erode } from "./dilate.ts";
import { distanceInsideMask, distanceToMask } from "./distance.ts";
import { mulberry32 } from "./random.ts";
import { createMask, type Mask } from "./raster.ts";

const count = (m: Mask) => m.data.reduce((n, v) => n + (v ? 1 : 0), 0);
const randomMask = (share: number): Mask => {
  const mask = createMask(31, 19);
  const next = mulberry32(5);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = next() < share ? 255 : 0;
  return mask;
};

test("a point dilated by 2 covers the 13 pixels of the disc", () => {
  const mask = createMask(9, 9);
  mask.data[4 * 9 + 4] = 255;
  assert.equal(count(dilate(mask, 2)), 13);
});

test("dilation by 0 keeps the mask, and grows with the radius", () => {
  const mask = randomMask(0.03);
  assert.deepEqual(dilate(mask, 0).data, mask.data);
  assert.ok(count(dilate(mask, 1)) < count(dilate(mask, 2.5)));
});

test("erosion is the complement of dilating the complement", () => {
  const mask = randomMask(0.8);
  const complement = { ...mask, data: mask.data.map((v) => (v ? 0 : 255)) };
  assert.deepEqual(
    erode(mask, 1.5).data,
    dilate(complement, 1.5).data.map((v) => (v ? 0 : 255)),
  );
});

test("closing contains the mask and is idempotent", () => {
  const mask = randomMask(0.1);
  const closed = erode(dilate(mask, 2), 2);
  assert.ok(mask.data.every((v, i) => !v || closed.data[i]));
  assert.deepEqual(erode(dilate(closed, 2), 2).data, closed.data);
});

test("dilation agrees with the distance at radii on either side of the change of method", () => {
  const mask = createMask(90, 70);
  const next = mulberry32(8);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = next() < 0.001 ? 255 : 0;
  for (const radius of [0.5, 1, Math.SQRT2, 5, 13.7, 24, 24.5, 30]) {
    const expected = Uint8Array.from(distanceToMask(mask), (d) => (d <= radius ? 255 : 0));
    assert.deepEqual(dilate(mask, radius).data, expected, `radius ${radius}`);
    const inside = Uint8Array.from(distanceInsideMask(dilate(mask, 12)), (d) => (d > radius ? 255 : 0));
    assert.deepEqual(erode(dilate(mask, 12), radius).data, inside, `eroded by ${radius}`);
  }
});
