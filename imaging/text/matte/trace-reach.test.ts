import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceToMask } from "../../raster/distance.ts";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { traceReach } from "./trace-reach.ts";

const [W, H] = [140, 70];
const foreign = createMask(W, H);
const ink = createMask(W, H);
for (let y = 25; y < 45; y++) ink.data.fill(255, y * W + 40, y * W + 100);
const distance = distanceToMask(ink);

/** White letters on a ground of the given grey by distance from them and by place. */
function reachOn(ground: (d: number, x: number, y: number) => number): number {
  const pixels = createFloatImage(W, H);
  for (let i = 0; i < W * H; i++) {
    pixels.data.fill(distance[i] === 0 ? 255 : ground(distance[i], i % W, Math.floor(i / W)), i * 3, i * 3 + 3);
  }
  return traceReach(pixels, { ink, foreign });
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
