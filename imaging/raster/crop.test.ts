import assert from "node:assert/strict";
import { test } from "node:test";
import { boundsOfMask, cropFloat, cropMask, cropRaster, growRect, markMask, pasteFloat, pasteMask } from "./crop.ts";
import { mulberry32 } from "./random.ts";
import { createMask, createRaster, type RasterImage } from "./raster.ts";

const noise = (width: number, height: number): RasterImage => {
  const image = createRaster(width, height);
  const next = mulberry32(11);
  for (let i = 0; i < image.data.length; i++) image.data[i] = next() * 256;
  return image;
};
const RECT = { x: 3, y: 2, width: 7, height: 5 };

test("pasting a cut back where it came from changes nothing", () => {
  const image = noise(16, 12);
  assert.deepEqual(pasteFloat(image, cropFloat(image, RECT), RECT).data, image.data);
});

test("pasting writes only the wanted pixels and leaves the given raster alone", () => {
  const image = noise(16, 12);
  const before = Uint8ClampedArray.from(image.data);
  const cut = cropFloat(image, RECT);
  cut.data.fill(7);
  const only = createMask(RECT.width, RECT.height);
  only.data[0] = 255;
  const out = pasteFloat(image, cut, { ...RECT, only });
  const at = (RECT.y * 16 + RECT.x) * 4;
  assert.deepEqual([...out.data.subarray(at, at + 3)], [7, 7, 7]);
  assert.equal(out.data.filter((v, i) => v !== before[i] && (i < at || i > at + 2)).length, 0);
  assert.deepEqual(image.data, before);
});

test("a raster cut has the pixels of its place", () => {
  const image = noise(16, 12);
  const cut = cropRaster(image, RECT);
  assert.equal(cut.data[(1 * 7 + 2) * 4 + 3], image.data[(3 * 16 + 5) * 4 + 3]);
});

test("mask cut and paste are inverse, and bounds find the set pixels", () => {
  const mask = createMask(16, 12);
  mask.data[4 * 16 + 5] = 255;
  mask.data[6 * 16 + 9] = 255;
  assert.deepEqual(boundsOfMask(mask), { x: 5, y: 4, width: 5, height: 3 });
  assert.equal(boundsOfMask(createMask(3, 3)), undefined);
  assert.deepEqual(pasteMask(createMask(16, 12), cropMask(mask, RECT), RECT).data, mask.data);
});

test("a grown rectangle stops at the picture's edge", () => {
  assert.deepEqual(growRect({ x: 2.4, y: 5, width: 10, height: 3.2 }, 4, { width: 14, height: 20 }), { x: 0, y: 1, width: 14, height: 12 });
});

test("marking adds the cut's set pixels and leaves what was set", () => {
  const onto = createMask(4, 3);
  onto.data[0] = 255;
  const cut = createMask(2, 2);
  cut.data.set([0, 1, 255, 0]);
  markMask(onto, cut, { x: 1, y: 1 });
  // Row 1 gets x = 2, row 2 gets x = 1.
  assert.deepEqual([...onto.data], [255, 0, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0]);
});

test("bounds are those that every set pixel lies in and touches, whatever the mask", () => {
  const next = mulberry32(5);
  for (let round = 0; round < 60; round++) {
    const mask = createMask(1 + Math.floor(next() * 12), 1 + Math.floor(next() * 12));
    for (let i = 0; i < mask.data.length; i++) if (next() < 0.04) mask.data[i] = 1 + Math.floor(next() * 255);
    const set = [...mask.data].flatMap((v, i) => (v === 0 ? [] : [{ x: i % mask.width, y: Math.floor(i / mask.width) }]));
    const [xs, ys] = [set.map(({ x }) => x), set.map(({ y }) => y)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    const wanted = set.length === 0 ? undefined : { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
    assert.deepEqual(boundsOfMask(mask), wanted);
  }
});
