import assert from "node:assert/strict";
import { test } from "node:test";
import { labelComponents } from "./components.ts";
import { mulberry32 } from "./random.ts";
import { createMask, type Mask } from "./raster.ts";

const draw = (rows: readonly string[]): Mask => ({
  width: rows[0].length,
  height: rows.length,
  data: Uint8Array.from(rows.join(""), (c) => (c === "#" ? 255 : 0)),
});

test("pixels touching at a corner are one component by 8, two by 4", () => {
  const mask = draw(["##..", "##..", "..##"]);
  assert.equal(labelComponents(mask, 8).components.length, 1);
  assert.equal(labelComponents(mask, 4).components.length, 2);
});

test("area, rectangle and centre are the component's", () => {
  const { components } = labelComponents(draw(["......", ".###..", ".#.#.#", ".###.."]));
  assert.deepEqual(components[0], { label: 1, area: 8, x: 1, y: 1, width: 3, height: 3, cx: 2, cy: 2 });
  assert.deepEqual(components[1], { label: 2, area: 1, x: 5, y: 2, width: 1, height: 1, cx: 5, cy: 2 });
});

test("every set pixel gets one label, no other does, and rows do not wrap", () => {
  const mask = createMask(40, 30);
  const next = mulberry32(2);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = next() < 0.4 ? 1 : 0;
  const { labels, components } = labelComponents(mask, 4);
  assert.ok(labels.every((l, i) => l > 0 === mask.data[i] > 0));
  assert.equal(
    components.reduce((n, c) => n + c.area, 0),
    mask.data.reduce((n, v) => n + v, 0),
  );
  assert.equal(labelComponents(draw(["...#", "#..."]), 8).components.length, 2);
});
