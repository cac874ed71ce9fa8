import assert from "node:assert/strict";
import { test } from "node:test";
import { type OrientedBox, quadOf } from "../../../protocol/geometry.ts";
import { levelRects } from "./level-rects.ts";
import { minRect } from "./min-rect.ts";

const outline = (cx: number, cy: number, width: number, { height = 20, angle = 0 } = {}) =>
  quadOf<"image">({ cx, cy, width, height, angle } satisfies OrientedBox<"image">);
/** The shape of "Open": a high first letter, a descender after it, low letters to the end. */
const WORD = [
  [0, 0],
  [25, 0],
  [100, 7],
  [100, 22],
  [45, 30],
  [30, 30],
  [0, 22],
].map(([x, y]) => ({ x, y }));

test("a word leaning towards its descender is set level", () => {
  assert.notEqual(minRect(WORD).angle, 0);
  assert.equal(levelRects([outline(200, 100, 300), WORD])[1].angle, 0);
});

test("on a tilted page the page's tilt is taken", () => {
  const [, word] = levelRects([outline(200, 100, 300, { angle: 0.1 }), outline(100, 200, 100, { angle: 0.11 })]);
  assert.ok(Math.abs(word.angle - 0.1) < 1e-9);
});

test("text clearly turned against the page keeps its own angle", () => {
  const [, word] = levelRects([outline(200, 100, 300), outline(100, 200, 100, { angle: 0.2 })]);
  assert.ok(Math.abs(word.angle - 0.2) < 1e-9);
});

test("a word alone is set level only where that costs almost nothing", () => {
  assert.equal(levelRects([outline(0, 0, 100, { angle: 0.01 })])[0].angle, 0);
  assert.ok(Math.abs(levelRects([outline(0, 0, 100, { angle: 0.1 })])[0].angle - 0.1) < 1e-9);
});
