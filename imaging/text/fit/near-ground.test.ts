import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, createPlane, type FloatImage } from "../../raster/raster.ts";
import { nearGround } from "./near-ground.ts";

const [WIDTH, HEIGHT, SIZE] = [240, 160, 40];

/** A ground that grows lighter to the right, letters in its middle and a dark glow of 10 px around them. */
function picture() {
  const image: FloatImage = { width: WIDTH, height: HEIGHT, data: new Float32Array(WIDTH * HEIGHT * 3) };
  const ink = createPlane(WIDTH, HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const off = Math.max(Math.abs(x - 120) - 60, Math.abs(y - 80) - 15);
      ink.data[y * WIDTH + x] = off <= 0 ? 1 : 0;
      image.data.fill(off <= 0 ? 255 : off <= 10 ? 20 : 80 + x / 4, (y * WIDTH + x) * 3, (y * WIDTH + x) * 3 + 3);
    }
  }
  return { image, ink };
}

test("the ground near letters is what lies clear of them and of their glow", () => {
  const { image, ink } = picture();
  const ground = nearGround(image, { foreign: createMask(WIDTH, HEIGHT), ink, sizePx: SIZE });
  assert.ok(ground);
  for (const x of [70, 120, 170]) {
    const seen = ground.data[(80 * WIDTH + x) * 3];
    assert.ok(Math.abs(seen - (80 + x / 4)) < 6, `${seen} at ${x}`);
  }
});

test("where hardly anything lies clear of the letters there is nothing to tell it by", () => {
  const { image, ink } = picture();
  assert.equal(nearGround(image, { foreign: createMask(WIDTH, HEIGHT), ink, sizePx: 6 * SIZE }), undefined);
});
