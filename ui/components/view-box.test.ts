import assert from "node:assert/strict";
import { test } from "node:test";
import { surroundings, viewBox } from "./view-box.ts";

/** Twice as wide as high, as the windows below. */
const PICTURE = { width: 1000, height: 500 };
const rounded = (box: object) => Object.fromEntries(Object.entries(box).map(([key, share]) => [key, Math.round(share * 1000) / 1000 + 0]));

test("without a target the whole picture fills its side of the window, centred", () => {
  assert.deepEqual(rounded(viewBox(PICTURE, 2)), { left: 0, top: 0, width: 1, height: 1 });
  assert.deepEqual(rounded(viewBox({ width: 500, height: 500 }, 2)), { left: 0.25, top: 0, width: 0.5, height: 1 });
});

test("a target in the middle is centred", () => {
  // 360 × 180 fills 0.72 of the window at twice the size.
  assert.deepEqual(rounded(viewBox(PICTURE, 2, { x: 320, y: 160, width: 360, height: 180 })), {
    left: -0.5,
    top: -0.5,
    width: 2,
    height: 2,
  });
});

test("at the picture's edge the window stays inside it", () => {
  const corner = { x: 0, y: 0, width: 360, height: 180 };
  assert.deepEqual(rounded(viewBox(PICTURE, 2, corner)), { left: 0, top: 0, width: 2, height: 2 });
  assert.deepEqual(rounded(viewBox(PICTURE, 2, { ...corner, x: 640, y: 320 })), { left: -1, top: -1, width: 2, height: 2 });
});

test("a narrow picture grows into the window's sides before it is cut", () => {
  // 100 × 400 in a window twice as wide as high: twice as close it is 0.5 high units wide, still centred in 2.
  const box = rounded(viewBox({ width: 100, height: 400 }, 2, { x: 0, y: 128, width: 100, height: 144 }));
  assert.deepEqual(box, { left: 0.375, top: -0.5, width: 0.25, height: 2 });
});

test("a tiny target is not brought closer than six times, a huge one never shrinks the picture", () => {
  assert.equal(viewBox(PICTURE, 2, { x: 10, y: 10, width: 2, height: 2 }).width, 6);
  assert.equal(viewBox(PICTURE, 2, { x: -50, y: -50, width: 2000, height: 2000 }).width, 1);
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
