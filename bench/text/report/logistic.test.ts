import assert from "node:assert/strict";
import { test } from "node:test";
import { fitLogistic } from "./logistic.ts";

test("the doubt that tells bad from good gets the weight, one that says nothing gets none, none is negative", () => {
  const samples = Array.from({ length: 80 }, (_, i) => ({
    doubts: [i % 2, i % 4 < 2 ? 1 : 0],
    good: i % 2 === 0 ? i % 10 !== 0 : i % 10 === 1,
  }));
  const { weights } = fitLogistic(samples);
  assert.ok(weights[0] > 1, `weight ${weights[0]}`);
  assert.ok(weights[1] < 0.3 && weights[1] >= 0, `weight ${weights[1]}`);
});
