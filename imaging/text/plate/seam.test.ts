import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { groundOf } from "./ground.ts";
import { CUT_OFF, seamShare } from "./seam.ts";

const [W, H] = [160, 100];

/** The seam of a fill behind a box on a ground, both given by their grey. */
function seamOf(paint: (x: number, y: number) => number, fill: (x: number, y: number) => number): number {
  const pixels = createFloatImage(W, H);
  const mask = createMask(W, H);
  for (let y = 35; y < 65; y++) for (let x = 40; x < 120; x++) mask.data[y * W + x] = 255;
  const filled = new Float32Array(W * H * 3);
  for (let i = 0; i < W * H * 3; i++) {
    const [x, y] = [Math.floor(i / 3) % W, Math.floor(i / 3 / W)];
    pixels.data[i] = mask.data[y * W + x] ? 255 : paint(x, y);
    filled[i] = fill(x, y);
  }
  const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
  return seamShare(groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground"), filled);
}

const checks = (x: number, y: number) => (((x >> 4) + (y >> 4)) % 2 === 0 ? 60 : 220);
const beam = (x: number) => (x > 70 && x < 96 ? 230 : 30);

test("a pattern or a beam that goes on has no seam, whatever edges it has itself", () => {
  assert.ok(seamOf(checks, checks) < CUT_OFF);
  assert.ok(seamOf(beam, beam) < CUT_OFF);
});

test("one that is filled out of step, or cut off, has", () => {
  assert.ok(seamOf(checks, (x, y) => checks(x + 8, y + 8)) > CUT_OFF);
  assert.ok(seamOf(beam, () => 30) > CUT_OFF);
});

test("an edge that the source itself shows between hole and ground, and the fill keeps, is no cut", () => {
  const pixels = createFloatImage(W, H);
  const mask = createMask(W, H);
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    pixels.data.fill(y < 65 ? 60 : 230, i * 3, i * 3 + 3);
    if (x >= 40 && x < 120 && y >= 35 && y < 65) mask.data[i] = 255;
  }
  const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
  const ground = groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground");
  assert.equal(seamShare(ground, new Float32Array(W * H * 3).fill(60)), 0);
});

test("a thing on the ground that is not learnt from is cut off where the fill ends it, another line's text is not", () => {
  const pixels = createFloatImage(W, H);
  const [mask, beside] = [createMask(W, H), createMask(W, H)];
  for (let i = 0; i < W * H; i++) {
    const [x, y] = [i % W, Math.floor(i / W)];
    pixels.data.fill(beam(x), i * 3, i * 3 + 3);
    if (x >= 40 && x < 120 && y >= 35 && y < 65) mask.data[i] = 255;
    else if (beam(x) > 100) beside.data[i] = 255;
  }
  const seam = (things: boolean): number => {
    const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: beside, ...(things && { things: beside }) };
    const ground = groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground");
    return seamShare(ground, new Float32Array(W * H * 3).fill(30));
  };
  assert.ok(seam(true) > CUT_OFF);
  assert.equal(seam(false), 0);
});
