import assert from "node:assert/strict";
import { test } from "node:test";
import { createRaster, type RasterImage } from "../../raster/raster.ts";
import { withoutContactShadows } from "./contact-shadow.ts";
import { separate, small } from "./separate.ts";

const SIZE = { width: 1600, height: 1200 };
/** A sole that stands on the ground from `TOE` on and lifts off it before. */
const TOE = 700;
const underside = (x: number): number => 900 - Math.max(0, (TOE - x) / 8) ** 1.1;

/** A black thing before a light ground. Where it lifts off, the ground below runs from light to nearly black within `deep` pixels. */
function standing(deep: number): RasterImage {
  const image = createRaster(SIZE.width, SIZE.height);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    const inside = x > 300 && x < 1300 && y > 480 && y < underside(x);
    const below = (y - underside(x)) / deep;
    const dark = x > 300 && x < TOE && below >= 0 ? Math.max(0, 1 - below) : 0;
    image.data.set(
      [0, 1, 2, 3].map((c) => (c === 3 ? 255 : inside ? 28 : 244 - 190 * dark)),
      i * 4,
    );
  }
  return image;
}

test("a shadow under a lifted toe, steep as an edge at the size of the cut, is the ground's", () => {
  const parts = separate(standing(50));
  assert.ok(parts.ok);
  const alpha = (x: number, y: number): number => parts.value.alpha.data[y * SIZE.width + x];
  assert.equal(alpha(800, 700), 1);
  for (const x of [450, 550, 650])
    assert.ok(alpha(x, Math.round(underside(x)) + 30) < 0.05, `${x}: ${alpha(x, Math.round(underside(x)) + 30)}`);
});

test("what the ground does not run into stays the subject's, and a small picture is left as it is", () => {
  const image = standing(2);
  const subject = { ...small(image), data: new Uint8Array(512 * 384) };
  for (let i = 0; i < subject.data.length; i++) {
    const [x, y] = [((i % 512) + 0.5) * 3.125, (Math.floor(i / 512) + 0.5) * 3.125];
    if (x > 300 && x < 1300 && y > 480 && y < underside(x)) subject.data[i] = 255;
  }
  const parts = separate(image);
  assert.ok(parts.ok);
  assert.deepEqual(withoutContactShadows(image, subject, parts.value.grown), subject);
  assert.equal(withoutContactShadows(small(image), subject, parts.value.grown), subject);
});
