import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, type Mask } from "../../raster/raster.ts";
import { fillAlong } from "./fill-along.ts";
import { findCoordinate } from "./find-coordinate.ts";
import { type Ground, groundOf } from "./ground.ts";

const SIZE = { width: 260, height: 160 };

/** A ground painted by `tone`, with a box or words-like bars in its middle covered in white. */
function groundWith(tone: (x: number, y: number) => number, covered: (x: number, y: number) => boolean): Ground {
  const mask: Mask = createMask(SIZE.width, SIZE.height);
  const data = new Float32Array(SIZE.width * SIZE.height * 3);
  for (let i = 0; i < mask.data.length; i++) {
    const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
    mask.data[i] = covered(x, y) ? 255 : 0;
    const value = covered(x, y) ? 255 : Math.round(tone(x, y));
    data.set([value, value / 2, 250 - value], i * 3);
  }
  const region = { rect: { x: 0, y: 0, ...SIZE }, pixels: { ...SIZE, data }, foreign: createMask(SIZE.width, SIZE.height) };
  const ground = groundOf(region, mask, { x: 0, y: 0, ...SIZE });
  assert.ok(ground);
  return ground;
}

const box = (x: number, y: number): boolean => Math.abs(x - 130) < 70 && Math.abs(y - 80) < 30;

/** RMS of the first channel in the hole against the truth. */
function missInHole(ground: Ground, tone: (x: number, y: number) => number): number {
  const filled = fillAlong(ground, findCoordinate(ground));
  let [sum, n] = [0, 0];
  for (let i = 0; i < ground.hole.length; i++) {
    if (ground.hole[i] === 0) continue;
    n++;
    sum += (filled[i * 3] - tone(i % SIZE.width, Math.floor(i / SIZE.width))) ** 2;
  }
  return Math.sqrt(sum / n);
}

const soft = (t: number): number => Math.min(1, Math.max(0, t + 0.5));

test("slanted stripes go on behind a box", () => {
  const tone = (x: number, y: number): number => 60 + 120 * soft(8 - Math.abs(((((x * 0.6 + y * 0.8) % 32) + 32) % 32) - 16));
  assert.ok(missInHole(groundWith(tone, box), tone) < 6);
});

test("a gradient around a centre goes on behind a box over that centre", () => {
  const tone = (x: number, y: number): number => 220 - 0.9 * Math.hypot(x - 120, y - 75);
  assert.ok(missInHole(groundWith(tone, box), tone) < 3);
});

test("the arc of a circle goes on behind a box", () => {
  const tone = (x: number, y: number): number => 40 + 160 * soft(75 - Math.hypot(x - 100, y - 110));
  assert.ok(missInHole(groundWith(tone, box), tone) < 8);
});

test("a mark that stands on the stripes does not colour them", () => {
  const tone = (x: number): number => 60 + 120 * soft(10 - Math.abs((x % 40) - 20));
  const marked = (x: number, y: number): number => (Math.hypot(x - 30, y - 30) < 14 ? 10 : tone(x));
  assert.ok(missInHole(groundWith(marked, box), tone) < 4);
});
