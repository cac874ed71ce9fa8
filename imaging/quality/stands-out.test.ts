import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rgb } from "../raster/colour.ts";
import { createFloatImage, createMask, type FloatImage } from "../raster/raster.ts";
import { lostIn } from "./stands-out.ts";

const [WIDTH, HEIGHT, EM] = [200, 40, 30];
const painted = (colourAt: (x: number, y: number) => Rgb): FloatImage => {
  const out = createFloatImage(WIDTH, HEIGHT);
  for (let i = 0; i < WIDTH * HEIGHT; i++) out.data.set(colourAt(i % WIDTH, Math.floor(i / WIDTH)), i * 3);
  return out;
};
/** Upright strokes 4 px wide, 12 px apart. */
const isInk = (x: number, y: number): boolean => x >= 8 && x < 190 && y >= 8 && y < 32 && x % 12 < 4;
const letters = createMask(WIDTH, HEIGHT);
for (let i = 0; i < letters.data.length; i++) if (isInk(i % WIDTH, Math.floor(i / WIDTH))) letters.data[i] = 255;
const lost = (ink: Rgb, ground: (x: number, y: number) => Rgb): number =>
  lostIn({ image: painted((x, y) => (isInk(x, y) ? ink : ground(x, y))), bare: painted(ground), letters, sizePx: EM });

const BROWN: Rgb = [58, 32, 22];

test("letters near the lightness and hue of their ground are lost in it", () => {
  assert.equal(
    lost([110, 12, 16], () => BROWN),
    1,
  );
  assert.equal(
    lost([240, 220, 190], () => BROWN),
    0,
  );
  assert.equal(
    lost([255, 0, 0], () => [128, 128, 128]),
    0,
    "another hue of the same lightness",
  );
});

test("one bright thing behind a letter is enough, elsewhere the letters may be clear", () => {
  const window = lost([255, 255, 255], (x) => (x > 80 && x < 110 ? [246, 246, 240] : [40, 60, 80]));
  assert.ok(window > 0.6, String(window));
  const thread = lost([255, 255, 255], (x) => (x > 84 && x < 87 ? [246, 246, 240] : [40, 60, 80]));
  assert.ok(thread < 0.3, String(thread));
});
