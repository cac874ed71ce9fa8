import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceToMask } from "../../raster/distance.ts";
import { openRim } from "./open-rim.ts";

const [WIDTH, HEIGHT, GUARD] = [120, 80, 6];
const PANEL = [60, 110, 200];
const PAPER = [240, 230, 214];
const INK = [250, 250, 250];

/** A panel that ends at y = 50 with a letter's block down to `bottom` near its edge; `ring`: what compression adds right below it. */
function scene(bottom: number, ring = 0) {
  const hole = new Uint8Array(WIDTH * HEIGHT);
  const pixels = new Float32Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < hole.length; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const letter = x >= 50 && x < 70 && y >= 20 && y < bottom;
    if (letter) hole[i] = 1;
    const ground = y < 50 ? PANEL : PAPER;
    const below = x >= 50 && x < 70 && y >= bottom && y < 50 ? ring * ((x + y) % 2 === 0 ? 1 : -1) : 0;
    pixels.set(letter ? INK : ground.map((c) => c + below), i * 3);
  }
  const distance = distanceToMask({ width: WIDTH, height: HEIGHT, data: hole });
  const learn = hole.map((_, i) => (distance[i] > GUARD ? 1 : 0));
  return { width: WIDTH, height: HEIGHT, pixels, unknown: hole, distance, learn, guard: GUARD };
}

const opened = (rim: ReturnType<typeof scene>): readonly number[] =>
  Array.from(openRim(rim), (open, i) => (open && !rim.learn[i] ? i : -1)).filter((i) => i >= 0);

test("the strip of a panel between a letter and the panel's edge is learnt from though the guard covers it", () => {
  const strip = opened(scene(45));
  assert.ok(
    strip.some((i) => i % WIDTH === 60 && Math.floor(i / WIDTH) === 48),
    "right below the letter",
  );
  for (const i of strip) assert.ok(Math.floor(i / WIDTH) < 50, "of the panel, not of the paper");
});

test("ringing of compression in that strip is not learnt from", () => {
  assert.deepEqual(
    opened(scene(45, 20)).filter((i) => i % WIDTH > 52 && i % WIDTH < 68 && Math.floor(i / WIDTH) >= 45),
    [],
  );
});

test("on one ground the guard stays as wide as it was", () => {
  const rim = scene(30);
  assert.deepEqual(opened(rim), []);
});
