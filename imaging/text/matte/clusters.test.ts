import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rgb } from "../../raster/colour.ts";
import { rgbDistance } from "../../raster/colour.ts";
import { mulberry32 } from "../../raster/random.ts";
import { createFloatImage, type FloatImage } from "../../raster/raster.ts";
import { dominantColours, nearest } from "./clusters.ts";

const RED: Rgb = [200, 40, 40];
const CREAM: Rgb = [240, 230, 210];
const NAVY: Rgb = [20, 30, 80];

/** 900 pixels of the colours in turn by share, each ± 5. */
function speckled(shares: readonly (readonly [Rgb, number])[]): FloatImage {
  const random = mulberry32(2);
  const out = createFloatImage(30, 30);
  for (let i = 0; i < 900; i++) {
    let rest = random();
    const picked = shares.find(([, share]) => {
      rest -= share;
      return rest <= 0;
    });
    const [colour] = picked ?? shares[0];
    for (let c = 0; c < 3; c++) out.data[i * 3 + c] = colour[c] + 10 * (random() - 0.5);
  }
  return out;
}
const ALL = Array.from({ length: 900 }, (_, i) => i);

test("each colour present is found to within a step, however many are asked for", () => {
  const image = speckled([
    [RED, 0.2],
    [CREAM, 0.7],
    [NAVY, 0.1],
  ]);
  const found = dominantColours(image, ALL, { count: 6, mergeBelow: 40 });
  assert.equal(found.length, 3);
  for (const colour of [RED, CREAM, NAVY]) assert.ok(found.some((f) => rgbDistance(f, colour) < 1.5));
});

test("colours nearer than asked are one, weighted by their pixels", () => {
  const near: Rgb = [200, 70, 40];
  const image = speckled([
    [RED, 0.75],
    [near, 0.25],
  ]);
  const [one, ...rest] = dominantColours(image, ALL, { count: 4, mergeBelow: 60 });
  assert.deepEqual(rest, []);
  assert.ok(Math.abs(one[1] - 47.5) < 3, `${one[1]}`);
});

test("only the listed pixels count, and the same pixels give the same colours", () => {
  const image = speckled([
    [RED, 0.5],
    [NAVY, 0.5],
  ]);
  const reds = ALL.filter((i) => image.data[i * 3] > 100);
  const once = dominantColours(image, reds, { count: 4, mergeBelow: 30 });
  assert.equal(once.length, 1);
  assert.deepEqual(dominantColours(image, reds, { count: 4, mergeBelow: 30 }), once);
  assert.deepEqual(dominantColours(image, [], { count: 4, mergeBelow: 30 }), []);
});

test("a pixel's nearest colour is the one at the least distance", () => {
  const image = speckled([
    [RED, 0.5],
    [CREAM, 0.5],
  ]);
  const colours = [NAVY, CREAM, RED];
  for (const i of ALL) assert.equal(nearest(colours, image.data, i), image.data[i * 3 + 1] > 130 ? 1 : 2);
});
