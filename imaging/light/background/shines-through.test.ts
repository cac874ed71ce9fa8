import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { separate } from "./separate.ts";

const SIZE = 240;
const GROUND = [228, 226, 220];

/** A folded cloth of that colour before a light wall; `through`: how much of the wall shines through, 0–1. */
function cloth(own: readonly number[], through: number, tone = (v: number) => v): RasterImage {
  const image = createRaster(SIZE, SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const on = Math.min(1, Math.max(0, 60 - Math.max(Math.abs(x - 120), Math.abs(y - 120)))) * (1 - through);
    const fold = 0.8 + 0.3 * Math.sin((x + 0.3 * y) / 9);
    for (let c = 0; c < 3; c++) image.data[i * 4 + c] = tone(on * own[c] * fold + (1 - on) * GROUND[c]) + ((i * 7) % 3) - 1;
    image.data[i * 4 + 3] = 255;
  }
  return image;
}

const told = (image: RasterImage): boolean => {
  const parts = separate(image);
  assert.ok(parts.ok);
  return parts.value.reasons.some((reason) => reason.includes("shine through"));
};

test("cloth the ground shines through is told, the same cloth opaque is not", () => {
  for (const own of [
    [190, 40, 60],
    [30, 60, 150],
    [40, 110, 60],
  ]) {
    assert.deepEqual([told(cloth(own, 0.45)), told(cloth(own, 0))], [true, false], `${own}`);
  }
});

test("an opaque thing in a picture of strong or faded contrast is not taken for cloth", () => {
  const steep = (v: number): number => 255 * (0.4 * (v / 255) + 0.6 * (3 * (v / 255) ** 2 - 2 * (v / 255) ** 3));
  const faded = (v: number): number => 26 + 0.86 * v;
  for (const own of [
    [190, 40, 60],
    [30, 60, 150],
    [200, 150, 60],
  ]) {
    assert.deepEqual([told(cloth(own, 0, steep)), told(cloth(own, 0, faded))], [false, false], `${own}`);
  }
});
