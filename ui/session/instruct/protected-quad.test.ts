import assert from "node:assert/strict";
import { test } from "node:test";
import type { Quad } from "../../../protocol/geometry.ts";
import { extentOf, fittedTo } from "./protected-quad.ts";

/** A square standing on its corner. */
const turned: Quad<"image"> = [
  { x: 10.5, y: 0 },
  { x: 21, y: 10.5 },
  { x: 10.5, y: 21 },
  { x: 0, y: 10.5 },
];

test("a quad fitted to its own extent stays as it is", () => {
  assert.deepEqual(fittedTo(turned, extentOf(turned)), turned);
});

test("a quad goes with the rectangle around it and keeps its shape in it", () => {
  assert.deepEqual(fittedTo(turned, { x: 5, y: 7, width: 42, height: 21 }), [
    { x: 26, y: 7 },
    { x: 47, y: 17.5 },
    { x: 26, y: 28 },
    { x: 5, y: 17.5 },
  ]);
});
