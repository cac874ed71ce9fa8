import assert from "node:assert/strict";
import { test } from "node:test";
import { mulberry32 } from "./random.ts";

test("the same seed gives the same numbers, another seed others", () => {
  const take = (seed: number) => Array.from({ length: 5 }, mulberry32(seed));
  assert.deepEqual(take(7), take(7));
  assert.notDeepEqual(take(7), take(8));
});

test("numbers are uniform in [0, 1): mean 1/2, variance 1/12", () => {
  const next = mulberry32(1);
  const xs = Array.from({ length: 20000 }, next);
  const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
  const variance = xs.reduce((a, b) => a + (b - mean) ** 2, 0) / xs.length;
  assert.ok(xs.every((x) => x >= 0 && x < 1));
  assert.ok(Math.abs(mean - 0.5) < 0.01, `mean ${mean}`);
  assert.ok(Math.abs(variance - 1 / 12) < 0.003, `variance ${variance}`);
});
