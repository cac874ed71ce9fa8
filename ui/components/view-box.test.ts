import assert from "node:assert/strict";
import { test } from "node:test";
import { surroundings, zoomTo } from "./view-box.ts";

const PICTURE = { width: 1000, height: 500 };

test("without a target the whole picture is shown", () => {
  assert.deepEqual(zoomTo(PICTURE, undefined), { scale: 1, left: 0, top: 0 });
});

test("a target in the middle is centred", () => {
  // 360 × 180 fills 0.72 of the frame at twice the size; its centre (500, 250) stays in the middle.
  assert.deepEqual(zoomTo(PICTURE, { x: 320, y: 160, width: 360, height: 180 }), { scale: 2, left: -0.5, top: -0.5 });
});

test("at the edge the frame does not leave the picture", () => {
  const corner = zoomTo(PICTURE, { x: 0, y: 0, width: 360, height: 180 });
  assert.deepEqual([corner.scale, corner.left + 0, corner.top + 0], [2, 0, 0]);
  const far = zoomTo(PICTURE, { x: 640, y: 320, width: 360, height: 180 });
  assert.deepEqual([far.left, far.top], [-1, -1]);
});

test("a tiny target is not brought closer than five times, a huge one never shrinks the picture", () => {
  assert.equal(zoomTo(PICTURE, { x: 10, y: 10, width: 2, height: 2 }).scale, 5);
  assert.equal(zoomTo(PICTURE, { x: -50, y: -50, width: 2000, height: 2000 }).scale, 1);
});

test("a word is shown with its height as room around it", () => {
  const quad = [
    { x: 10, y: 20 },
    { x: 110, y: 20 },
    { x: 110, y: 40 },
    { x: 10, y: 40 },
  ];
  assert.deepEqual(surroundings(quad), { x: -10, y: 0, width: 140, height: 60 });
});
