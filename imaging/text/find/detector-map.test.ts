import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlane } from "../../raster/raster.ts";
import { boxesOfMap, unclip } from "./detector-map.ts";

function mapWith(rects: readonly { x: number; y: number; width: number; height: number; p: number }[]) {
  const map = createPlane(128, 64);
  for (const r of rects) for (let y = r.y; y < r.y + r.height; y++) map.data.fill(r.p, y * 128 + r.x, y * 128 + r.x + r.width);
  return map;
}

test("a box grows by ratio · area / perimeter on every side", () => {
  // 60 × 12: area 720, perimeter 144, ratio 1.6 → 8 px on each side.
  const grown = unclip({ cx: 50, cy: 30, width: 60, height: 12, angle: 0.2 }, 1.6);
  assert.deepEqual(grown, { cx: 50, cy: 30, width: 76, height: 28, angle: 0.2 });
});

test("each component over the threshold is one box about the true pixel edges", () => {
  const [box] = boxesOfMap(mapWith([{ x: 20, y: 26, width: 60, height: 12, p: 0.9 }]));
  assert.ok(Math.abs(box.score - 0.9) < 1e-6);
  assert.deepEqual([box.box.cx, box.box.cy, box.box.width, box.box.height, box.box.angle], [50, 32, 76, 28, 0]);
});

test("specks, slivers and faint blobs are no boxes", () => {
  const rects = [
    { x: 2, y: 2, width: 3, height: 3, p: 0.9 },
    { x: 2, y: 20, width: 40, height: 2, p: 0.9 },
    { x: 60, y: 20, width: 40, height: 12, p: 0.4 },
    { x: 60, y: 40, width: 40, height: 12, p: 0.2 },
  ];
  assert.deepEqual(boxesOfMap(mapWith(rects)), []);
});
