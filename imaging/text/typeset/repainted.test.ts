import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rgb } from "../../raster/colour.ts";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { repainted } from "./repainted.ts";

const [SIZE, GROUND, GOLD, SILVER]: readonly [number, Rgb, Rgb, Rgb] = [24, [120, 20, 30], [200, 160, 60], [190, 190, 195]];

/** A soft disc for a letter, lit from its left, on an uneven ground. */
function drawn(ink: Rgb) {
  const [image, around] = [createFloatImage(SIZE, SIZE), createFloatImage(SIZE, SIZE)];
  const fillMask = createMask(SIZE, SIZE);
  const fill = { width: SIZE, height: SIZE, data: new Float32Array(SIZE * SIZE) };
  for (let i = 0; i < fill.data.length; i++) {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const share = Math.max(0, Math.min(1, 8 - Math.hypot(x - 12, y - 12)));
    [fill.data[i], fillMask.data[i]] = [share, share > 0.5 ? 255 : 0];
    for (let c = 0; c < 3; c++) {
      around.data[i * 3 + c] = GROUND[c] + y;
      image.data[i * 3 + c] = (GROUND[c] + y) * (1 - share) + (ink[c] + 2 * (12 - x)) * share;
    }
  }
  return { image, around, fill, fillMask };
}

test("letters take another colour with the light on them, and nothing else changes", () => {
  const { image, ...seen } = drawn(GOLD);
  const { pixels, mask } = repainted({ ...seen, source: image, before: () => GOLD, after: () => SILVER });
  const wanted = drawn(SILVER).image;
  const worst = pixels.data.reduce((most, v, i) => Math.max(most, Math.abs(v - wanted.data[i])), 0);
  assert.ok(worst < 2, `${worst}`);
  assert.ok(mask.data.every((m, i) => m !== 0 || [0, 1, 2].every((c) => pixels.data[i * 3 + c] === image.data[i * 3 + c])));
});

test("what the old colour cannot explain is told: a ground of two colours under the letters' supposed ink", () => {
  const { image, ...seen } = drawn(GOLD);
  const told = (source: typeof image): number => repainted({ ...seen, source, before: () => GOLD, after: () => SILVER }).unexplained;
  const striped = { ...image, data: image.data.map((v, i) => (Math.floor(i / 3) % 6 < 3 ? v : 255 - v)) };
  assert.ok(told(image) < 0.2 && told(striped) > 0.5);
});
