import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "../raster/random.ts";
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
  const { whole, seen, worstContrast } = letterLikeness({ source: stripes("whole"), again: stripes("whole") }, at);
  assert.ok(whole > 0.999 && seen > 0.999 && worstContrast > 0.999);
});

test("one wrong letter is told, and which, though the other lies well", () => {
  const { whole, worstContrast, worstAt } = letterLikeness({ source: stripes("whole"), again: stripes("faded") }, at);
  assert.ok(whole > 0.35, `whole ${whole}`);
  assert.ok(worstContrast < 0.2, `worst ${worstContrast}`);
  assert.equal(worstAt, 1);
});

test("grain that the drawing lacks lowers what is compared, not what is seen", () => {
  const next = mulberry32(7);
  const around = createMask(WIDTH, HEIGHT);
  for (let i = 0; i < around.data.length; i++) around.data[i] = i % WIDTH < 30 ? 255 : 0;
  const drawn = stripes("whole");
  for (let i = 0; i < WIDTH * HEIGHT; i++) if (i % WIDTH >= 6) drawn.data.fill(90, i * 3, i * 3 + 3);
  const grained = { ...drawn, data: drawn.data.map((v) => v + 18 * (next() - 0.5)) };
  const { whole, seen } = letterLikeness({ source: grained, again: drawn }, { ...at, mask: around });
  assert.ok(whole < 0.9, `whole ${whole}`);
  assert.ok(seen > 0.95, `seen ${seen}`);
});
