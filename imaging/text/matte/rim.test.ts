import assert from "node:assert/strict";
import { test } from "node:test";
import { distanceToMask } from "../../raster/distance.ts";
import { createMask, type Mask } from "../../raster/raster.ts";
import { withTraces } from "./rim.ts";

const [W, H] = [120, 60];
const at = (x: number, y: number) => y * W + x;

const box = (x: number, y: number, w: number, h: number): Mask => {
  const mask = createMask(W, H);
  for (let j = y; j < y + h; j++) mask.data.fill(255, j * W + x, j * W + x + w);
  return mask;
};
const INK = box(30, 20, 30, 20);
const NONE = createMask(W, H);
const REACH = { least: 2, most: 12, noise: 1 };
const distance = distanceToMask(INK);

test("on a ground that is not even, exactly the pixels within the least distance belong to the ink", () => {
  const mask = withTraces({ ink: INK, foreign: NONE, off: undefined }, REACH);
  mask.data.forEach((v, i) => {
    assert.equal(v !== 0, distance[i] <= 2);
  });
});

test("a soft shadow is followed to its end and no further than allowed", () => {
  const shadow = Float32Array.from(distance, (d) => (d === 0 ? 200 : Math.max(0, 60 - 8 * d)));
  const mask = withTraces({ ink: INK, foreign: NONE, off: shadow }, REACH);
  for (let i = 0; i < mask.data.length; i++) {
    if (distance[i] <= 6) assert.equal(mask.data[i], 255, `${distance[i]}`);
    if (distance[i] > 10) assert.equal(mask.data[i], 0, `${distance[i]}`);
  }
  const long = Float32Array.from(distance, () => 60);
  const held = withTraces({ ink: INK, foreign: NONE, off: long }, REACH);
  assert.ok(held.data.every((v, i) => v === 0 || distance[i] <= REACH.most + 1.5));
});

test("calm ground stays beyond the least distance and its antialiasing", () => {
  const calm = Float32Array.from(distance, (d) => (d === 0 ? 200 : d < 1.6 ? 90 : 0.5));
  const mask = withTraces({ ink: INK, foreign: NONE, off: calm }, REACH);
  assert.ok(mask.data.every((v, i) => v === 0 || distance[i] <= 3.5));
});

test("an icon beside the letters is left alone", () => {
  const icon = box(64, 24, 14, 14);
  const off = Float32Array.from(distance, (d, i) => (d === 0 || icon.data[i] !== 0 ? 180 : d < 2 ? 40 : 0.5));
  const mask = withTraces({ ink: INK, foreign: NONE, off }, REACH);
  assert.ok(icon.data.every((v, i) => v === 0 || mask.data[i] === 0));
  assert.equal(mask.data[at(45, 30)], 255);
});

test("a disc of light behind the letters' end is no trace of theirs where the ground scatters as much, a shadow that falls around most of them still is", () => {
  const reach = { ...REACH, noise: 11 };
  const beyond = (off: (x: number, d: number) => number): number => {
    const levels = Float32Array.from(distance, (d, i) => (d === 0 ? 200 : off(i % W, d)));
    const mask = withTraces({ ink: INK, foreign: NONE, off: levels }, reach);
    return mask.data.filter((v, i) => v !== 0 && distance[i] > 5).length;
  };
  assert.equal(
    beyond((x, d) => (x > 54 && d < 8 ? 40 : 8)),
    0,
  );
  assert.ok(beyond((x, d) => (x > 38 && d < 8 ? 40 : 8)) > 100);
});

test("foreign pixels are never taken", () => {
  const foreign = box(0, 41, W, 8);
  const off = Float32Array.from(distance, (d) => Math.max(0, 60 - 3 * d));
  for (const ground of [off, undefined]) {
    const mask = withTraces({ ink: INK, foreign, off: ground }, REACH);
    assert.ok(foreign.data.every((v, i) => v === 0 || mask.data[i] === 0));
  }
});

test("where the ground differs no less far off than beside the ink, the least distance is all that belongs to it", () => {
  const uneven = Float32Array.from(distance, (d, i) => (d === 0 ? 200 : 12 + (i % 3)));
  const mask = withTraces({ ink: INK, foreign: NONE, off: uneven }, REACH);
  mask.data.forEach((v, i) => {
    if (distance[i] > REACH.least + 1.5) assert.equal(v, 0, `${distance[i]}`);
  });
});
