import assert from "node:assert/strict";
import { test } from "node:test";
import { draggedRect, keptInside, nudgedRect, rectBetween } from "./box-drag.ts";

const rect = { x: 10, y: 20, width: 30, height: 40 };

test("a corner takes its two sides along, the opposite corner stays", () => {
  assert.deepEqual(draggedRect(rect, "nw", { x: 5, y: -5 }), { x: 15, y: 15, width: 25, height: 45 });
  assert.deepEqual(draggedRect(rect, "se", { x: 5, y: -5 }), { x: 10, y: 20, width: 35, height: 35 });
});

test("a corner dragged over the opposite one stops short of it", () => {
  assert.deepEqual(draggedRect(rect, "nw", { x: 100, y: 0 }), { x: 36, y: 20, width: 4, height: 40 });
});

test("a box that moves stops at the picture's edge, one that grows ends there", () => {
  const picture = { width: 100, height: 80 };
  assert.deepEqual(keptInside({ ...rect, x: -3, y: 75 }, rect, picture), { ...rect, x: 0, y: 40 });
  assert.deepEqual(keptInside({ ...rect, width: 200, height: 41 }, rect, picture), { ...rect, width: 90, height: 41 });
});

test("a drag in any direction spans the same box", () => {
  assert.deepEqual(rectBetween({ x: 5, y: 9 }, { x: 1, y: 2 }), { x: 1, y: 2, width: 4, height: 7 });
});

test("arrows move, with Alt they resize, with Shift by ten; other keys mean nothing here", () => {
  const press = (key: string, more = {}) => nudgedRect(rect, { key, altKey: false, shiftKey: false, ...more });
  assert.deepEqual(press("ArrowLeft"), { ...rect, x: 9 });
  assert.deepEqual(press("ArrowDown", { altKey: true, shiftKey: true }), { ...rect, height: 50 });
  assert.equal(press("a"), undefined);
});
