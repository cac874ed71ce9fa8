import assert from "node:assert/strict";
import { test } from "node:test";
import { opaque } from "./opaque.ts";

const picture = (pixels: readonly number[][]) => ({ width: pixels.length, height: 1, data: Uint8ClampedArray.from(pixels.flat()) });

test("an opaque picture comes back as it is", () => {
  const image = picture([[10, 20, 30, 255]]);
  assert.equal(opaque(image), image);
});

test("dark layers get a white backdrop, light ones a black one", () => {
  assert.deepEqual(
    [
      ...opaque(
        picture([
          [0, 0, 0, 255],
          [9, 9, 9, 0],
        ]),
      ).data,
    ],
    [0, 0, 0, 255, 255, 255, 255, 255],
  );
  assert.deepEqual(
    [
      ...opaque(
        picture([
          [255, 255, 255, 255],
          [9, 9, 9, 0],
        ]),
      ).data,
    ],
    [255, 255, 255, 255, 0, 0, 0, 255],
  );
});

test("half transparent pixels blend", () => {
  assert.equal(
    opaque(
      picture([
        [0, 0, 0, 255],
        [0, 0, 0, 51],
      ]),
    ).data[4],
    204,
  );
});
