import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask, type FloatImage } from "../raster/raster.ts";
import { letterLikeness } from "./letter-likeness.ts";

const [WIDTH, HEIGHT] = [60, 20];

/** Two letters of stripes; the second may have faded to grey. */
function stripes(second: "whole" | "faded"): FloatImage {
  const image = createFloatImage(WIDTH, HEIGHT);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const x = i % WIDTH;
    const value = x % 6 < 3 ? 255 : 0;
    image.data.fill(x >= 30 && second === "faded" ? 128 : value, i * 3, i * 3 + 3);
  }
  return image;
}
const mask = createMask(WIDTH, HEIGHT);
mask.data.fill(255);
const u = Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => (i % WIDTH) - 29.5);
const at = { mask, u, pens: [-30, 0, 30] };

test("a line drawn again as it is is alike in whole and in every letter", () => {
  const { whole, worstLetter } = letterLikeness({ source: stripes("whole"), again: stripes("whole") }, at);
  assert.ok(whole > 0.999 && worstLetter > 0.999);
});

test("one wrong letter is told though the other lies well", () => {
  const { whole, worstLetter } = letterLikeness({ source: stripes("whole"), again: stripes("faded") }, at);
  assert.ok(whole > 0.35, `whole ${whole}`);
  assert.ok(worstLetter < 0.2, `worst ${worstLetter}`);
});
