import assert from "node:assert/strict";
import { test } from "node:test";
import { blurPlane } from "../raster/blur.ts";
import { mulberry32 } from "../raster/random.ts";
import { createFloatImage, createMask, createPlane, type FloatImage, type Mask, type Plane } from "../raster/raster.ts";
import { isSeen, leftoverOf } from "./leftover.ts";

const [W, H] = [220, 90];
const FOREIGN = createMask(W, H);

/** Strokes 7 px wide: an upright every 24 px and a bar through them. */
function letters(): { shape: Plane; mask: Mask } {
  const [shape, mask] = [createPlane(W, H), createMask(W, H)];
  for (let y = 28; y < 62; y++) for (let x = 40; x < 180; x++) if (x % 24 < 7 || Math.abs(y - 45) < 3) shape.data[y * W + x] = 1;
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = blurPlane(shape, 2).data[i] > 0.05 ? 255 : 0;
  return { shape, mask };
}
const { shape, mask } = letters();

/** A ground with grain of this strength and what is left of the letters added. */
function plate(left: (i: number) => number, grain = 0): FloatImage {
  const random = mulberry32(7);
  const out = createFloatImage(W, H);
  for (let i = 0; i < W * H; i++) out.data.fill(120 + (i % W) / 10 + grain * (random() - 0.5) + left(i), i * 3, i * 3 + 3);
  return out;
}
const soft = blurPlane(shape, 1.5).data;
const seenIn = (image: FloatImage): boolean => isSeen(leftoverOf(image, { shape, mask, foreign: FOREIGN }));

test("a clean plate keeps nothing of the letters, be it even or grainy", () => {
  assert.equal(seenIn(plate(() => 0)), false);
  assert.equal(seenIn(plate(() => 0, 20)), false);
});

test("a faint body, a relief and a rim of the letters are each told, in grain too", () => {
  const relief = (i: number): number => 14 * ((soft[i + 1] ?? 0) - (soft[i - 1] ?? 0));
  const rim = (i: number): number => 30 * soft[i] * (1 - soft[i]);
  for (const left of [(i: number) => 5 * soft[i], relief, rim]) {
    assert.equal(seenIn(plate(left)), true);
    assert.equal(seenIn(plate(left, 4)), true);
  }
});

test("one letter alone that still shows among many is told, where letters are looked at one by one", () => {
  const letters = { at: (i: number): number => Math.floor((i % W) / 24), sizePx: 40 };
  const one = plate((i) => (letters.at(i) === 4 ? 22 * soft[i] : 0), 14);
  assert.equal(isSeen(leftoverOf(one, { shape, mask, foreign: FOREIGN })), false);
  assert.equal(isSeen(leftoverOf(one, { shape, mask, foreign: FOREIGN, letters })), true);
  assert.equal(
    isSeen(
      leftoverOf(
        plate(() => 0, 24),
        { shape, mask, foreign: FOREIGN, letters },
      ),
    ),
    false,
  );
});
