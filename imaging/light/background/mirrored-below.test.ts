import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { separate } from "./separate.ts";

const SIZE = 240;
const FLOOR = 150;
type Rgb = readonly [number, number, number];

/** A vase of that outline that stands on a floor, before white; `below` paints what is under it. */
function picture(halfWidth: (y: number) => number, below: (x: number, y: number) => Rgb | undefined): RasterImage {
  const image = createRaster(SIZE, SIZE);
  for (let i = 0; i < SIZE * SIZE; i++) {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const on = y > 70 && y < FLOOR && Math.abs(x - 120) < halfWidth(y);
    const shade = 1.1 - (x + y) / 900;
    const [r, g, b] = on ? [190 * shade, 70 * shade, 40 * shade] : (below(x, y) ?? [244, 244, 242]);
    image.data.set([r, g, b, 255], i * 4);
  }
  return image;
}

const told = (image: RasterImage): boolean => {
  const parts = separate(image);
  assert.ok(parts.ok);
  return parts.value.reasons.some((reason) => reason.includes("reflection"));
};

const vase = (y: number): number => 24 + 14 * Math.sin(y / 14);

test("a thing cut out with its reflection says so, the same thing alone or on a plinth does not", () => {
  const mirrored = (x: number, y: number): Rgb | undefined =>
    y >= FLOOR && y < 2 * FLOOR - 70 && Math.abs(x - 120) < vase(2 * FLOOR - y) ? [212, 160, 146] : undefined;
  const plinth = (x: number, y: number): Rgb | undefined => (y >= FLOOR && y < 200 && Math.abs(x - 120) < 44 ? [70, 90, 120] : undefined);
  assert.deepEqual(
    [told(picture(vase, mirrored)), told(picture(vase, () => undefined)), told(picture(vase, plinth))],
    [true, false, false],
  );
});

test("a thing that is the same above and below is no reflection", () => {
  const ball = (y: number): number => Math.sqrt(Math.max(0, 40 ** 2 - (y - 110) ** 2));
  assert.equal(told(picture(ball, () => undefined)), false);
});
