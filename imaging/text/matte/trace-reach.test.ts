import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceToMask } from "../../raster/distance.ts";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { bledGround } from "./trace-reach.ts";

const [W, H] = [140, 70];
const foreign = createMask(W, H);
const ink = createMask(W, H);
for (let y = 25; y < 45; y++) ink.data.fill(255, y * W + 40, y * W + 100);
const distance = distanceToMask(ink);

/** How far around white letters the ground is taken for discoloured, by its grey at a distance from them and a place. */
function bledOn(ground: (d: number, x: number, y: number) => number): readonly number[] {
  const pixels = createFloatImage(W, H);
  for (let i = 0; i < W * H; i++) {
    pixels.data.fill(distance[i] === 0 ? 255 : ground(distance[i], i % W, Math.floor(i / W)), i * 3, i * 3 + 3);
  }
  const bled = bledGround(pixels, { ink, foreign });
  return Array.from(bled.data.keys()).filter((i) => bled.data[i] !== 0);
}

/** The furthest of it, whole pixels. */
function reachOn(ground: (d: number, x: number, y: number) => number): number {
  return Math.floor(Math.max(0, ...bledOn(ground).map((i) => distance[i])));
}

test("colour that bleeds from the letters is followed to where it ends", () => {
  assert.equal(
    reachOn(() => 60),
    0,
  );
  assert.equal(
    reachOn((d) => 60 + Math.max(0, 100 - 25 * d)),
    3,
  );
});

test("a gradient, grain and an edge that passes by are the ground's own", () => {
  assert.equal(
    reachOn((_, x, y) => 60 + x + y),
    0,
  );
  assert.equal(
    reachOn((_, x, y) => 60 + ((x * 7919 + y * 104729) % 23)),
    0,
  );
  assert.equal(
    reachOn((_, x) => (x < 70 ? 60 : 160)),
    0,
  );
});

test("the edge of a label around the letters is no trace of them: it stands off more than what lies before it", () => {
  assert.ok(reachOn((d) => (d < 2.5 ? 50 + 3 * d : 200)) < 3);
});

test("a pill close above the letters keeps its rim and its colour while the ground beside them is bled on", () => {
  const bleeding = (d: number) => 60 + Math.max(0, 100 - 25 * d);
  const inPill = (y: number) => y < 22;
  const bled = bledOn((d, _x, y) => (inPill(y) ? (y === 21 ? 220 : 140) : bleeding(d)));
  assert.deepEqual(
    bled.filter((i) => inPill(Math.floor(i / W))),
    [],
  );
  assert.ok(bled.some((i) => distance[i] === 3));
});
