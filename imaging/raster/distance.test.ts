import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceInsideMask, distanceToMask } from "./distance.ts";
import { mulberry32 } from "./random.ts";
import { createMask } from "./raster.ts";

test("distance to a single pixel is the straight line", () => {
  const mask = createMask(9, 7);
  mask.data[2 * 9 + 3] = 255;
  const d = distanceToMask(mask);
  assert.equal(d[2 * 9 + 3], 0);
  assert.equal(d[6 * 9 + 6], 5); // 3-4-5 triangle
  assert.equal(d[2 * 9 + 8], 5);
});

test("distance agrees with brute force on random masks", () => {
  const next = mulberry32(3);
  const mask = createMask(23, 17);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = next() < 0.04 ? 255 : 0;
  const d = distanceToMask(mask);
  for (let i = 0; i < d.length; i++) {
    let best = Infinity;
    for (let j = 0; j < d.length; j++) {
      if (mask.data[j]) best = Math.min(best, Math.hypot((i % 23) - (j % 23), Math.floor(i / 23) - Math.floor(j / 23)));
    }
    assert.ok(Math.abs(d[i] - best) < 1e-5, `pixel ${i}: ${d[i]} for ${best}`);
  }
});

test("an empty mask is infinitely far, a full mask has no outside", () => {
  assert.ok(distanceToMask(createMask(4, 3)).every((v) => v === Infinity));
  const full = createMask(4, 3);
  full.data.fill(1);
  assert.ok(distanceInsideMask(full).every((v) => v === Infinity));
});

test("inside distance is zero outside and one on the rim", () => {
  const mask = createMask(7, 7);
  for (let y = 1; y < 6; y++) for (let x = 1; x < 6; x++) mask.data[y * 7 + x] = 255;
  const d = distanceInsideMask(mask);
  assert.equal(d[0], 0);
  assert.equal(d[1 * 7 + 3], 1);
  assert.equal(d[3 * 7 + 3], 3);
});
