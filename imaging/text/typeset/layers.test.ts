import assert from "node:assert/strict";
import { test } from "node:test";
import { createFloatImage, createPlane } from "../../raster/raster.ts";
import { type Layer, paintLayers } from "./layers.ts";

const under = createFloatImage(4, 1);
under.data.fill(100);
const layer = (coverage: readonly number[], colour: readonly [number, number, number], opacity = 1): Layer => ({
  coverage: { ...createPlane(4, 1), data: Float32Array.from(coverage) },
  opacity,
  colourAt: () => colour,
});

test("a layer mixes in by coverage times opacity and leaves the rest bit for bit", () => {
  const out = paintLayers(under, [layer([0, 0.001, 0.5, 1], [200, 0, 100], 0.5)]);
  assert.deepEqual([...out.data], [100, 100, 100, 100, 100, 100, 125, 75, 100, 150, 50, 100]);
  assert.ok(
    under.data.every((v) => v === 100),
    "what lies under is not written",
  );
});

test("later layers lie above earlier ones", () => {
  const [red, blue] = [layer([1, 1, 0, 0], [255, 0, 0]), layer([0, 1, 1, 0], [0, 0, 255])];
  const out = paintLayers(under, [red, blue]);
  assert.deepEqual([...out.data.subarray(3, 6)], [0, 0, 255]);
  assert.deepEqual([...paintLayers(under, [blue, red]).data.subarray(3, 6)], [255, 0, 0]);
});

test("colour may depend on the place", () => {
  const ramp: Layer = { ...layer([1, 1, 1, 1], [0, 0, 0]), colourAt: (i) => [i * 10, 0, 0] };
  assert.deepEqual(
    [0, 3, 6, 9].map((k) => paintLayers(under, [ramp]).data[k]),
    [0, 10, 20, 30],
  );
});
