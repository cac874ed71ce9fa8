import assert from "node:assert/strict";
import { test } from "node:test";
import { dilate } from "../../raster/dilate.ts";
import { createFloatImage, createMask, type Mask } from "../../raster/raster.ts";
import { whatGoesOn } from "./what-goes-on.ts";

const [W, H] = [120, 80];
const foreign = createMask(W, H);
const letters = createMask(W, H);
for (let y = 20; y < 50; y++) letters.data.fill(255, y * W + 30, y * W + 90);
const mask = dilate(letters, 6);

/** Black letters before a ground of the given grey, restored as plain white. */
function kept(ground: (x: number, y: number) => number): Mask | undefined {
  const [source, plate] = [createFloatImage(W, H), createFloatImage(W, H)];
  for (let i = 0; i < W * H; i++) {
    const grey = ground(i % W, Math.floor(i / W));
    source.data.fill(letters.data[i] === 0 ? grey : 0, i * 3, i * 3 + 3);
    plate.data.fill(mask.data[i] === 0 ? grey : 255, i * 3, i * 3 + 3);
  }
  return whatGoesOn({ source, plate, mask, letters, foreign });
}
const isCandle = (x: number, y: number): boolean => x >= 58 && x < 64 && y >= 50;

test("a candle that letters nearly touch stays up to their antialiasing, and nothing beside it is given back", () => {
  const stays = kept((x, y) => (isCandle(x, y) ? 140 : 255)) ?? assert.fail("nothing stays");
  const at = (x: number, y: number): number => stays.data[y * W + x];
  for (let y = 52; y < 55; y++) for (let x = 58; x < 64; x++) assert.equal(at(x, y), 255, `${x}, ${y}`);
  assert.ok(stays.data.every((v, i) => v === 0 || isCandle(i % W, Math.floor(i / W))));
});

test("on a plain ground there is nothing to keep", () => {
  assert.equal(
    kept(() => 255),
    undefined,
  );
});

test("what lies all around the letters is their own effect, and goes", () => {
  const around = dilate(letters, 9);
  assert.equal(
    kept((x, y) => (around.data[y * W + x] === 0 ? 255 : 140)),
    undefined,
  );
});
