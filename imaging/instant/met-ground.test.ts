import assert from "node:assert/strict";
import { test } from "node:test";
import { isRoughUnder } from "./erase-line.ts";
import { type MetGround, metGround } from "./met-ground.ts";

const [WIDTH, HEIGHT] = [60, 20];
const at = (value: (x: number) => number) => Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => value(i % WIDTH));
const mask = (on: (x: number) => boolean) => ({ width: WIDTH, height: HEIGHT, data: Uint8Array.from(at((x) => (on(x) ? 255 : 0))) });
/** Strokes with ground between them, under a mask that covers all. */
const isInk = (every: number) => (x: number) => x % every < 3;
const picture = (value: (x: number) => number) => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT * 3 }, (_, k) => value(Math.floor(k / 3) % WIDTH)),
});

const ground = (x: number): number => 100 + x;
function off(by: (x: number) => number, every: number): MetGround | undefined {
  const ink = { width: WIDTH, height: HEIGHT, data: at((x) => (isInk(every)(x) ? 1 : 0)) };
  const none = mask(() => false);
  const source = picture((x) => (isInk(every)(x) ? 0 : ground(x)));
  return metGround({ source, plate: picture((x) => ground(x) + by(x)) }, { mask: mask(() => true), ink, seenInk: none, foreign: none });
}

test("between the letters the ground that was there is compared with what was restored", () => {
  assert.deepEqual([off(() => 0, 6)?.error, off(() => 7, 6)?.error], [0, 7]);
  assert.equal(Math.round(off(() => 7, 6)?.smear ?? 0), 7);
});

test("letters that leave hardly any ground between them say nothing of it", () => {
  assert.equal(
    off(() => 0, 3),
    undefined,
  );
});

test("grain that another drawing of the ground has otherwise is an error, but no smear", () => {
  const grain = off((x) => (x % 2 === 0 ? 12 : -12), 12);
  assert.ok(grain && grain.error > 11 && grain.smear < 5, JSON.stringify(grain));
});

test("a ground missed beside the letters, but met between them, is not rough under new ones; a dull one is", () => {
  const rough = (error: number | undefined, textureRatio = 1, smear = 0) =>
    isRoughUnder({
      plate: { holdOutError: 40, textureRatio, method: "smooth" },
      matte: { noise: 20 },
      met: error === undefined ? undefined : { error, smear },
    });
  assert.deepEqual([rough(1), rough(30), rough(undefined), rough(1, 0.3), rough(1, 1, 15)], [false, true, true, true, true]);
});
