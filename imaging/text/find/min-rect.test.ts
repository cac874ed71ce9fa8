import assert from "node:assert/strict";
import { test } from "node:test";
import { type OrientedBox, quadOf } from "../../../protocol/geometry.ts";
import { convexHull, minRect } from "./min-rect.ts";

const near = (actual: number, wanted: number, name: string) =>
  assert.ok(Math.abs(actual - wanted) < 1e-6, `${name}: ${actual}, wanted ${wanted}`);

test("the hull of a square with points inside and on its sides is its four corners", () => {
  const points = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => ({ x, y })));
  const corners = convexHull(points).map(({ x, y }) => `${x},${y}`);
  assert.deepEqual(corners.sort(), ["0,0", "0,2", "2,0", "2,2"]);
});

test("the corners of a turned rectangle give that rectangle back", () => {
  for (const angle of [0, 0.3, -0.5, Math.PI / 4]) {
    const box: OrientedBox<"image"> = { cx: 40, cy: 25, width: 60, height: 12, angle };
    const found = minRect([...quadOf(box), { x: 40, y: 25 }]);
    for (const key of ["cx", "cy", "width", "height", "angle"] as const) near(found[key], box[key], `${key} at ${angle}`);
  }
});

test("a rectangle turned past 45° comes back with width and height exchanged", () => {
  const found = minRect(quadOf({ cx: 0, cy: 0, width: 60, height: 12, angle: 1.2 }));
  near(found.angle, 1.2 - Math.PI / 2, "angle");
  near(found.width, 12, "width");
  near(found.height, 60, "height");
});
