import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../raster/random.ts";
import { createMask, createRaster, type Mask, type RasterImage } from "../raster/raster.ts";
import { applyPatch } from "./apply-patch.ts";
import { cutPatch } from "./cut-patch.ts";

const [W, H] = [24, 18];

function noise(seed: number, alpha: (next: () => number) => number = () => 255): RasterImage {
  const image = createRaster(W, H);
  const next = mulberry32(seed);
  for (let i = 0; i < image.data.length; i++) image.data[i] = i % 4 === 3 ? alpha(next) : next() * 256;
  return image;
}

function box(x0: number, y0: number, { w, h }: { w: number; h: number }): Mask {
  const mask = createMask(W, H);
  for (let y = y0; y < y0 + h; y++) mask.data.fill(255, y * W + x0, y * W + x0 + w);
  return mask;
}

test("source under the patch is the edited picture inside the mask and the source outside", () => {
  const [source, edited, mask] = [noise(1), noise(2), box(5, 4, { w: 9, h: 7 })];
  const result = applyPatch(source, cutPatch(source, edited, mask));
  for (let i = 0; i < W * H * 4; i++) assert.equal(result.data[i], mask.data[i >> 2] ? edited.data[i] : source.data[i]);
});

test("the patch is the smallest rectangle around what changed and its rim", () => {
  const [source, mask] = [noise(1), box(2, 2, { w: 18, h: 12 })];
  const edited = { ...source, data: Uint8ClampedArray.from(source.data) };
  for (const [x, y] of [
    [6, 5],
    [11, 9],
    [22, 16], // outside the mask: must not count
  ])
    edited.data[(y * W + x) * 4] ^= 255;
  const { rect, patch } = cutPatch(source, edited, mask);
  // 6…11 × 5…9, two pixels more on every side; a disc of radius 2 holds 13 pixels.
  assert.deepEqual(rect, { x: 4, y: 3, width: 10, height: 9 });
  assert.equal(patch.data.filter((v, i) => i % 4 === 3 && v > 0).length, 26);
});

test("next to where a hard patch ends its pixels are the source's own, so that resampling shows nothing old", () => {
  const [source, edited, mask] = [noise(1), noise(2), box(5, 4, { w: 9, h: 7 })];
  const { rect, patch } = cutPatch(source, edited, mask);
  const clear = (x: number, y: number) =>
    x < 0 || y < 0 || x >= rect.width || y >= rect.height || patch.data[(y * rect.width + x) * 4 + 3] === 0;
  let rim = 0;
  for (let y = 0; y < rect.height; y++) {
    for (let x = 0; x < rect.width; x++) {
      if (clear(x, y) || !(clear(x - 1, y) || clear(x + 1, y) || clear(x, y - 1) || clear(x, y + 1))) continue;
      rim++;
      const from = ((y + rect.y) * W + x + rect.x) * 4;
      assert.deepEqual(
        [...patch.data.subarray((y * rect.width + x) * 4, (y * rect.width + x) * 4 + 3)],
        [...source.data.subarray(from, from + 3)],
      );
    }
  }
  assert.ok(rim > 20);
});

test("a see-through source gets no rim: drawn twice it would grow denser", () => {
  const source = noise(1, () => 90);
  const { rect } = cutPatch(source, noise(2), box(5, 4, { w: 9, h: 7 }));
  assert.deepEqual(rect, { x: 5, y: 4, width: 9, height: 7 });
});

test("transparent patch pixels carry no colour", () => {
  const { patch } = cutPatch(noise(1), noise(2), box(5, 4, { w: 9, h: 7 }), { featherPx: 3 });
  for (let i = 0; i < patch.data.length; i += 4)
    if (patch.data[i + 3] === 0) assert.deepEqual([...patch.data.subarray(i, i + 3)], [0, 0, 0]);
});

test("an edit that changes nothing gives an empty patch, and applying it changes nothing", () => {
  const source = noise(1, (next) => next() * 256);
  const cut = cutPatch(source, source, box(0, 0, { w: W, h: H }));
  assert.deepEqual(cut.rect, { x: 0, y: 0, width: 0, height: 0 });
  assert.deepEqual(applyPatch(source, cut).data, source.data);
});

test("a feather stays inside the mask and reaches the edit in the middle", () => {
  const [source, edited, mask] = [noise(1), noise(2), box(3, 3, { w: 15, h: 11 })];
  const result = applyPatch(source, cutPatch(source, edited, mask, { featherPx: 3 }));
  const at = (x: number, y: number) => (y * W + x) * 4;
  assert.ok(mask.data.every((m, i) => m !== 0 || result.data[i * 4] === source.data[i * 4]));
  assert.equal(result.data[at(10, 8)], edited.data[at(10, 8)]);
  // One pixel in: alpha round(255·1/4) = 64.
  const [p, s] = [edited.data[at(3, 8)], source.data[at(3, 8)]];
  assert.equal(result.data[at(3, 8)], Math.floor((2 * (p * 64 + s * 191) + 255) / 510));
});

test("applying a hard patch twice is applying it once", () => {
  const cut = cutPatch(noise(1), noise(2), box(5, 4, { w: 9, h: 7 }));
  const once = applyPatch(noise(1), cut);
  assert.deepEqual(applyPatch(once, cut).data, once.data);
});

test("changes over transparent source pixels are counted, and a patch cannot erase", () => {
  const source = noise(1, () => 100);
  const edited = { ...source, data: Uint8ClampedArray.from(source.data) };
  const at = (6 * W + 6) * 4;
  edited.data[at + 3] = 0;
  edited.data[at + 4] ^= 255;
  edited.data[at + 7] = 255;
  const cut = cutPatch(source, edited, box(5, 5, { w: 4, h: 4 }));
  const result = applyPatch(source, cut);
  assert.equal(cut.overTransparent, 2);
  assert.equal(result.data[at + 3], 100);
  assert.deepEqual([...result.data.subarray(at + 4, at + 8)], [...edited.data.subarray(at + 4, at + 8)]);
});

test("half-transparent over half-transparent follows the over operator", () => {
  const [source, patch] = [createRaster(1, 1), createRaster(1, 1)];
  source.data.set([0, 100, 200, 128]);
  patch.data.set([200, 100, 0, 51]);
  const { data } = applyPatch(source, { rect: { x: 0, y: 0, width: 1, height: 1 }, patch });
  // a = 0.2, b = 128/255: o = 0.2 + 0.8·0.502 = 0.6016; red = 200·0.2/0.6016 = 66.5.
  assert.deepEqual([...data], [66, 100, 134, 153]);
});

test("a patch that does not fit is a bug", () => {
  assert.throws(() => applyPatch(noise(1), { rect: { x: W, y: 0, width: 1, height: 1 }, patch: createRaster(1, 1) }), RangeError);
});
