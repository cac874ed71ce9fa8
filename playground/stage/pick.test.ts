import assert from "node:assert/strict";
import { test } from "node:test";
import { FigmaDocument } from "../document/figma-document.ts";
import { pick } from "./pick.ts";

function scene() {
  const document = new FigmaDocument();
  const frame = document.create("FRAME");
  const below = document.create("RECTANGLE", frame);
  const above = document.create("RECTANGLE", frame);
  document.patch(above, {
    transform: [
      [1, 0, 50],
      [0, 1, 50],
    ],
  });
  const at = (x: number, y: number) => pick(document.scene, document.currentPageId, { x, y });
  return { document, frame, below, above, at };
}

test("the topmost layer under the point is picked, nothing beside it", () => {
  const { below, above, at } = scene();
  assert.deepEqual([at(60, 60), at(10, 10), at(300, 10)], [above, below, undefined]);
});

test("hidden and locked layers let through, a frame is picked where it is bare", () => {
  const { document, frame, below, above, at } = scene();
  document.patch(above, { visible: false });
  assert.equal(at(60, 60), below);
  document.patch(below, { locked: true });
  assert.equal(at(60, 60), frame);
});

test("what a frame clips away cannot be picked", () => {
  const { at } = scene();
  assert.equal(at(120, 120), undefined);
});
