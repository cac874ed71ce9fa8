import assert from "node:assert/strict";
import { test } from "node:test";
import { grainVariance } from "./grain-variance.ts";
import { mulberry32 } from "./random.ts";
import { createMask, type Plane } from "./raster.ts";
import { momentsOf, ssimMap } from "./ssim.ts";

const [WIDTH, HEIGHT] = [90, 60];

function grained(amount: number, seed: number): Plane {
  const next = mulberry32(seed);
  return { width: WIDTH, height: HEIGHT, data: Float32Array.from({ length: WIDTH * HEIGHT }, () => 120 + amount * (next() - 0.5)) };
}
const varianceOf = (plane: Plane): Plane => ({ ...plane, data: momentsOf(plane, plane).varianceA });
const mean = (values: Float32Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;

test("the variance of grain is learnt beside the letters, whatever stands there", () => {
  const plane = grained(12, 3);
  const letters = createMask(WIDTH, HEIGHT);
  for (let i = 0; i < letters.data.length; i++) if (i % WIDTH < 20) [letters.data[i], plane.data[i]] = [255, i % 3 === 0 ? 0 : 255];
  const told = grainVariance(varianceOf(plane), [letters]);
  assert.ok(told > 8 && told < 12, `${told} of 12`);
});

test("a picture all of letters tells nothing about its grain", () => {
  const all = createMask(WIDTH, HEIGHT);
  all.data.fill(255);
  assert.equal(grainVariance(varianceOf(grained(12, 3)), [all]), 0);
});

test("grain told apart is not held against a drawing without it, a missing edge is", () => {
  const [seen, drawn] = [grained(20, 5), grained(0, 1)];
  const variance = grainVariance(varianceOf(seen), []);
  assert.ok(mean(ssimMap(seen, drawn)) < 0.8);
  assert.ok(mean(ssimMap(seen, drawn, variance)) > 0.97);
  for (let i = 0; i < seen.data.length; i++) if (i % WIDTH > 40) seen.data[i] += 90;
  assert.ok(Math.min(...ssimMap(seen, drawn, variance)) < 0.2);
});
