import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { separate } from "./separate.ts";

const SIZE = 320;

/** Rings on grey, as the letter O stands on paper; `inner` is what fills them, the ground's own colour where absent. */
function rings(radius: number, inner: readonly [number, number, number] = [236, 236, 238]): RasterImage {
  const image = createRaster(SIZE, SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const r = Math.hypot((x % 80) - 40, (y % 80) - 40);
    const placed = x > 40 && x < 280 && y > 40 && y < 280 ? r : 99;
    const noise = ((i * 7919) % 5) - 2;
    const colour = placed < radius * 0.5 ? inner : placed < radius ? [30, 32, 36] : [236, 236, 238];
    image.data.set([colour[0] + noise, colour[1] + noise, colour[2] + noise, 255], i * 4);
  }
  return image;
}
const alphaAt = (image: RasterImage, x: number, y: number): number => {
  const parts = separate(image);
  assert.ok(parts.ok);
  return parts.value.alpha.data[y * SIZE + x];
};

test("the ground shows through the counters of letters, small ones too", () => {
  for (const radius of [10, 14, 20]) assert.equal(alphaAt(rings(radius), 120, 120), 0, `${radius}`);
});

test("a filling of another colour is the subject's", () => {
  assert.equal(alphaAt(rings(14, [190, 180, 60]), 120, 120), 1);
  assert.equal(alphaAt(rings(14, [206, 206, 208]), 120, 120), 1);
});
