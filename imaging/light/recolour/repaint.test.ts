import assert from "node:assert/strict";
import { test } from "node:test";
import { toOklab } from "../../raster/colour.ts";
import { createPlane, createRaster, type RasterImage } from "../../raster/raster.ts";
import { repaint } from "./repaint.ts";

/** A ramp of one colour from its shadow to its light, with a white glint at the end. */
function ramp(colour: readonly number[]): RasterImage {
  const image = createRaster(101, 8);
  for (let i = 0; i < 101 * 8; i++) {
    const t = (i % 101) / 100;
    const shade = 0.55 + 0.7 * t;
    image.data.set(i % 101 > 97 ? [252, 252, 252, 255] : [...colour.map((v) => Math.min(255, v * shade)), 255], i * 4);
  }
  return image;
}

const painted = (colour: readonly number[], target: readonly [number, number, number]) => {
  const image = ramp(colour);
  const mask = createPlane(image.width, image.height);
  mask.data.fill(1);
  const done = repaint(image, { mask, target });
  assert.ok(done);
  return (x: number) => toOklab([done.data[x * 4], done.data[x * 4 + 1], done.data[x * 4 + 2]]);
};

for (const from of [
  [150, 60, 60],
  [40, 40, 42],
]) {
  test(`pure red over ${from}: shadows get darker, lights lighter, a glint stays nearly white`, () => {
    const at = painted(from, [255, 0, 0]);
    const [shadow, middle, light, glint] = [at(2), at(50), at(96), at(100)];
    assert.ok(shadow[0] < 0.8 * middle[0], `${shadow[0]} under ${middle[0]}`);
    assert.ok(light[0] > middle[0] + 0.01, `${light[0]} over ${middle[0]}`);
    assert.ok(glint[0] > 0.9 && Math.hypot(glint[1], glint[2]) < 0.08, `glint ${glint}`);
  });
}
