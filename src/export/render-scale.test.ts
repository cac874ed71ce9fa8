import assert from "node:assert/strict";
import { test } from "node:test";
import { renderConstraint, renderScale } from "./render-scale.ts";

test("small layers are drawn doubled, larger ones as they are", () => {
  assert.equal(renderScale({ width: 1024, height: 300 }, 1), 2);
  assert.equal(renderScale({ width: 1025, height: 300 }, 1), 1);
});

test("a layer's own image keeps its pixels", () => {
  assert.equal(renderScale({ width: 1200, height: 300 }, 3), 3);
});

test("no side exceeds what Figma holds, and no layer that is admitted falls below one pixel a unit", () => {
  for (const longest of [1, 100, 1024, 2048, 4095, 4096]) {
    for (const density of [0.1, 1, 3.3, 100]) {
      const scale = renderScale({ width: 10, height: longest }, density);
      assert.ok(scale >= 1 && scale * longest <= 4096 + 1e-9, `${longest} at ${density}: ${scale}`);
    }
  }
});

test("a capped picture is asked for by its longer side", () => {
  assert.deepEqual(renderConstraint({ width: 300, height: 3000 }, 4096 / 3000), { type: "HEIGHT", value: 4096 });
  assert.deepEqual(renderConstraint({ width: 4096, height: 30 }, 1), { type: "WIDTH", value: 4096 });
  assert.deepEqual(renderConstraint({ width: 300, height: 200 }, 2), { type: "SCALE", value: 2 });
});
