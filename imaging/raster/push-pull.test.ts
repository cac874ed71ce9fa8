import assert from "node:assert/strict";
import { test } from "node:test";
import { pushPull } from "./push-pull.ts";
import { mulberry32 } from "./random.ts";
import { createFloatImage, createMask, type FloatImage, type Mask } from "./raster.ts";

const [W, H] = [37, 22];

const image = (at: (x: number, y: number, c: number) => number): FloatImage => {
  const out = createFloatImage(W, H);
  for (let i = 0; i < out.data.length; i++) out.data[i] = at(Math.floor(i / 3) % W, Math.floor(i / 3 / W), i % 3);
  return out;
};
const known = (at: (x: number, y: number) => boolean): Mask => {
  const out = createMask(W, H);
  for (let i = 0; i < out.data.length; i++) out.data[i] = at(i % W, Math.floor(i / W)) ? 255 : 0;
  return out;
};

test("known pixels stay as they are and the input is not written", () => {
  const random = mulberry32(3);
  const source = image(() => 255 * random());
  const before = Float32Array.from(source.data);
  const mask = known((x, y) => (x + y) % 3 !== 0);
  const out = pushPull(source, mask);
  assert.deepEqual(source.data, before);
  assert.ok(out.data.every((v, i) => mask.data[Math.floor(i / 3)] === 0 || v === before[i]));
});

test("unknown pixels lie between the least and the greatest known value", () => {
  const random = mulberry32(4);
  const source = image((x) => (x % 5 === 0 ? 60 + 80 * random() : 1000));
  const out = pushPull(
    source,
    known((x) => x % 5 === 0),
  );
  assert.ok(out.data.every((v) => v >= 59.99 && v <= 140.01));
});

test("one known pixel colours everything", () => {
  const source = image((x, y, c) => (x === 30 && y === 4 ? 50 * (c + 1) : 0));
  const out = pushPull(
    source,
    known((x, y) => x === 30 && y === 4),
  );
  assert.ok(out.data.every((v, i) => Math.abs(v - 50 * ((i % 3) + 1)) < 1e-3));
});

test("a hole in a slope is filled with values of its neighbourhood", () => {
  const slope = image((x) => 4 * x);
  const out = pushPull(
    slope,
    known((x) => x < 15 || x >= 21),
  );
  for (let x = 15; x < 21; x++) assert.ok(Math.abs(out.data[(10 * W + x) * 3] - 4 * x) < 14, `${x}`);
});

test("where nothing is known everything is zero", () => {
  const out = pushPull(
    image(() => 90),
    known(() => false),
  );
  assert.ok(out.data.every((v) => v === 0));
});
