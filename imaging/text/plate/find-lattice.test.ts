import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { findLattice } from "./find-lattice.ts";
import { type Ground, groundOf } from "./ground.ts";
import { latticeFill } from "./lattice-fill.ts";

const [W, H] = [240, 160];

/** A box in the middle hides the ground; `foreground` stands there in the picture. */
function groundWith(paint: (x: number, y: number) => number): { ground: Ground; truth: Float32Array } {
  const pixels = createFloatImage(W, H);
  const mask = createMask(W, H);
  for (let y = 60; y < 100; y++) for (let x = 60; x < 180; x++) mask.data[y * W + x] = 255;
  const truth = new Float32Array(W * H * 3);
  for (let i = 0; i < W * H * 3; i++) {
    truth[i] = paint(Math.floor(i / 3) % W, Math.floor(i / 3 / W));
    pixels.data[i] = mask.data[Math.floor(i / 3)] ? 255 : truth[i];
  }
  const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
  return { ground: groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground"), truth };
}

function worstInHole({ hole }: Ground, a: Float32Array, b: Float32Array): number {
  return a.reduce((worst, v, i) => (hole[Math.floor(i / 3)] ? Math.max(worst, Math.abs(v - b[i])) : worst), 0);
}

const tiles = (x: number, y: number) => (((x % 28) - 14) ** 2 + ((y % 20) - 10) ** 2 < 36 ? 60 : 190);

test("tiles come back exactly behind a box over several of them", () => {
  const { ground, truth } = groundWith(tiles);
  const lattice = findLattice(ground) ?? assert.fail("no lattice");
  const area = Math.abs(lattice.u.dx * lattice.v.dy - lattice.u.dy * lattice.v.dx);
  assert.ok(Math.abs(area - 28 * 20) < 1, `cells of ${area} px²`);
  const filled = latticeFill(ground, lattice) ?? assert.fail("no fill");
  assert.ok(worstInHole(ground, filled, truth) < 1);
});

test("the light at the hole's rim is kept", () => {
  const { ground, truth } = groundWith((x, y) => tiles(x, y) + x / 8);
  const lattice = findLattice(ground) ?? assert.fail("no lattice");
  const filled = latticeFill(ground, lattice) ?? assert.fail("no fill");
  assert.ok(worstInHole(ground, filled, truth) < 8, `${worstInHole(ground, filled, truth)}`);
});

test("a step between two pixels is found", () => {
  const wave = (x: number, y: number) => 120 + 60 * Math.sin((2 * Math.PI * x) / 23.4) * Math.cos((2 * Math.PI * y) / 17.7);
  const { ground, truth } = groundWith(wave);
  const filled = latticeFill(ground, findLattice(ground) ?? assert.fail("no lattice")) ?? assert.fail("no fill");
  assert.ok(worstInHole(ground, filled, truth) < 6, `${worstInHole(ground, filled, truth)}`);
});

test("a plain ground, a gradient, stripes and noise have no lattice", () => {
  let seed = 3;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  for (const paint of [() => 90, (x: number) => 40 + x / 2, (x: number) => (x % 24 < 12 ? 40 : 200), () => 255 * random()])
    assert.equal(findLattice(groundWith(paint).ground), undefined);
});
