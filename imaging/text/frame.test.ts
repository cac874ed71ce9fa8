import assert from "node:assert/strict";
import { test } from "node:test";
import type { OrientedBox } from "../../protocol/geometry.ts";
import { cellEdges, cellOf, lineFrame } from "./frame.ts";

const RECT = { x: 10, y: 20, width: 80, height: 60 };
const box = (angle: number): OrientedBox<"image"> => ({ cx: 50.5, cy: 50.5, width: 60, height: 16, angle });

test("the pixel under the box's centre is the origin of both axes", () => {
  for (const angle of [0, 0.4, -2]) {
    const frame = lineFrame(box(angle), RECT);
    const middle = 30 * RECT.width + 40;
    assert.ok(Math.abs(frame.u[middle]) < 1e-5 && Math.abs(frame.v[middle]) < 1e-5);
  }
});

test("u and v are a rotation: distances stay, and u grows along the reading direction", () => {
  const frame = lineFrame(box(Math.PI / 2), RECT);
  const at = (x: number, y: number) => y * RECT.width + x;
  assert.ok(Math.abs(frame.u[at(40, 40)] - 10) < 1e-4, "a line that runs downward");
  assert.ok(Math.abs(frame.v[at(30, 30)] - 10) < 1e-4, "its left is across, below the line");
  const turned = lineFrame(box(0.7), RECT);
  const level = lineFrame(box(0), RECT);
  for (let i = 0; i < turned.u.length; i += 97) {
    assert.ok(Math.abs(Math.hypot(turned.u[i], turned.v[i]) - Math.hypot(level.u[i], level.v[i])) < 1e-3);
  }
});

test("cells meet half-way between characters and spaces have none", () => {
  const spot = (char: string, at: number) => ({ char, at, confidence: 1 });
  const edges = cellEdges([spot("A", 10), spot(" ", 20), spot("B", 30), spot("C", 44)], 30);
  assert.deepEqual(edges, [-Infinity, -10, 7, Infinity]);
  assert.deepEqual(cellEdges([], 30), [-30, 30]);
});

test("the cell found is the one whose edges enclose the place", () => {
  const edges = [-Infinity, -10, 7, 9, Infinity];
  for (const [u, cell] of [
    [-500, 0],
    [-10.1, 0],
    [-10, 1],
    [6.9, 1],
    [8, 2],
    [9, 3],
    [1e6, 3],
  ] as const) {
    assert.equal(cellOf(edges, u), cell, `${u}`);
  }
});
