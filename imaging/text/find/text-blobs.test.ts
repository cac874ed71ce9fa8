import assert from "node:assert/strict";
import { test } from "node:test";
import { textBlobs } from "./text-blobs.ts";

/** A map drawn in characters: `.` = 0, a digit = tenths. */
function mapOf(...rows: readonly string[]) {
  const data = Float32Array.from(rows.join(""), (c) => (c === "." ? 0 : Number(c) / 10));
  return { width: rows[0].length, height: rows.length, data };
}

test("arms that meet further down are one blob, as are pixels touching by a corner", () => {
  const areas = (...rows: readonly string[]) => textBlobs(mapOf(...rows), 0.3).map((b) => b.area);
  assert.deepEqual(areas("9..9", "9..9", "9999"), [8]);
  assert.deepEqual(areas("9...", ".9..", "..9."), [3]);
  assert.deepEqual(areas("..9", ".9.", "9.."), [3]);
  assert.deepEqual(areas("9.9", "...", "9.9"), [1, 1, 1, 1]);
  assert.deepEqual(areas("9.9.9", "99999", ".....", "99..."), [8, 2]);
});

test("only values above the threshold belong, and are summed", () => {
  const [blob] = textBlobs(mapOf("3459"), 0.35);
  assert.equal(blob.area, 3);
  assert.ok(Math.abs(blob.sum - 1.8) < 1e-6);
});

test("points are pixel corners: a single pixel is a unit square", () => {
  const [blob] = textBlobs(mapOf("...", ".9."), 0.3);
  assert.deepEqual(
    blob.points.map(({ x, y }) => [x, y]),
    [
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2],
    ],
  );
});
