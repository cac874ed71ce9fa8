import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createMask } from "../../raster/raster.ts";
import { withBlocking } from "./blocking.ts";
import { type Ground, groundOf } from "./ground.ts";

const [W, H] = [160, 96];
/** Diagonal stripes, 24 px from one to the next. */
const model = (x: number, y: number) => ((x + y) % 24 < 12 ? 40 : 200);
/** A stand-in for what compression leaves: decided by the place in the 8×8 block and by what the block holds. */
const trace = (x: number, y: number) => {
  const [bx, by] = [x - (x % 8), y - (y % 8)];
  return 9 * Math.sin(2.1 * (x % 8) + 3.3 * (y % 8) + 0.7 * ((bx + by) % 24));
};

function groundWith(off: (x: number, y: number) => number): { ground: Ground; truth: Float32Array; fill: Float32Array } {
  const pixels = createFloatImage(W, H);
  const fill = new Float32Array(W * H * 3);
  for (let i = 0; i < W * H * 3; i++) {
    const [x, y] = [Math.floor(i / 3) % W, Math.floor(i / 3 / W)];
    fill[i] = model(x, y);
    pixels.data[i] = fill[i] + off(x, y);
  }
  const truth = Float32Array.from(pixels.data);
  const mask = createMask(W, H);
  for (let y = 40; y < 60; y++) for (let x = 50; x < 110; x++) mask.data[y * W + x] = 255;
  const region = { rect: { x: 0, y: 0, width: W, height: H }, pixels, foreign: createMask(W, H) };
  return { ground: groundOf(region, mask, { x: 0, y: 0, width: W, height: H }) ?? assert.fail("no ground"), truth, fill };
}

const rms = ({ hole }: Ground, a: Float32Array, b: Float32Array) => {
  let [sum, n] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!hole[Math.floor(i / 3)]) continue;
    sum += (a[i] - b[i]) ** 2;
    n++;
  }
  return Math.sqrt(sum / n);
};

test("traces of compression that known blocks of like content show come back behind the text", () => {
  const { ground, truth, fill } = groundWith(trace);
  assert.ok(rms(ground, fill, truth) > 5);
  assert.ok(rms(ground, withBlocking(ground, fill), truth) < 1);
});

test("grain, which follows no block, is not copied", () => {
  let seed = 7;
  const { ground, fill } = groundWith(() => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return (seed / 2147483648 - 0.5) * 20;
  });
  assert.equal(withBlocking(ground, fill), fill);
});
