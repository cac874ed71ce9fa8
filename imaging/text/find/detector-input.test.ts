import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster } from "../../raster/raster.ts";
import { detectorInput } from "./detector-input.ts";

/** 64 × 64: red left half, blue right half. */
function halves() {
  const image = createRaster(64, 64);
  for (let i = 0; i < 64 * 64; i++) image.data.set(i % 64 < 32 ? [255, 0, 0, 255] : [0, 0, 255, 255], i * 4);
  return image;
}
const whole = { x: 0, y: 0, width: 64, height: 64 };

test("planes are blue, green, red, normalised by ImageNet's statistics", () => {
  const { tensor, scaleX } = detectorInput(halves(), whole, 1);
  assert.deepEqual(tensor.dims, [1, 3, 64, 64]);
  assert.equal(scaleX, 1);
  const at = (c: number, x: number, y: number) => tensor.data[c * 4096 + y * 64 + x];
  const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-5, `${a}, ${b}`);
  near(at(0, 5, 5), -0.406 / 0.225);
  near(at(2, 5, 5), (1 - 0.485) / 0.229);
  near(at(0, 60, 5), (1 - 0.406) / 0.225);
});

test("sides become multiples of 32 and shrinking averages", () => {
  const { tensor, scaleX, scaleY } = detectorInput(halves(), { ...whole, x: 16, width: 32 }, 0.9);
  assert.deepEqual(tensor.dims, [1, 3, 64, 32]);
  assert.deepEqual([scaleX, scaleY], [1, 1]);
  const half = detectorInput(halves(), whole, 0.5).tensor;
  assert.deepEqual(half.dims, [1, 3, 32, 32]);
  // The mean over the picture is that of half red, half blue.
  const mean = half.data.subarray(0, 1024).reduce((s, v) => s + v, 0) / 1024;
  assert.ok(Math.abs(mean - (0.5 - 0.406) / 0.225) < 1e-3);
});

test("beside its own size each value is the weighted mean of the two rows and columns around it", () => {
  const image = createRaster(64, 64);
  for (let i = 0; i < 64 * 64; i++) image.data.set([(i * 7) % 251, (i * 13) % 241, (i * 29) % 239, 255], i * 4);
  const part = { x: 3, y: 2, width: 61, height: 60 };
  const { tensor } = detectorInput(image, part, 1);
  assert.deepEqual(tensor.dims, [1, 3, 64, 64]);
  const along = (i: number, from: number) => {
    const centre = Math.max(0, ((i + 0.5) * from) / 64 - 0.5);
    const first = Math.floor(centre);
    return { first, last: Math.min(from - 1, Math.ceil(centre)), share: centre - first };
  };
  for (const [x, y] of [
    [0, 0],
    [17, 40],
    [63, 63],
  ]) {
    const [h, v] = [along(x, part.width), along(y, part.height)];
    const red = (column: number, row: number) => image.data[((part.y + row) * 64 + part.x + column) * 4];
    const top = red(h.first, v.first) * (1 - h.share) + red(h.last, v.first) * h.share;
    const bottom = red(h.first, v.last) * (1 - h.share) + red(h.last, v.last) * h.share;
    const wanted = ((top * (1 - v.share) + bottom * v.share) / 255 - 0.485) / 0.229;
    assert.ok(Math.abs(tensor.data[2 * 4096 + y * 64 + x] - wanted) < 1e-4, `at ${x}, ${y}`);
  }
});
