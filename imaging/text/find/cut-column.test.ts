import assert from "node:assert/strict";
import { test } from "node:test";
import { cellCounts, cutColumn } from "./cut-column.ts";

const BOX = { cx: 50, cy: 100, width: 40, height: 160, angle: 0 };
/** 160 rows with ink but for gaps of 6 rows about the given ones. */
const profile = (gaps: readonly number[]) =>
  Float32Array.from({ length: 160 }, (_, row) => (gaps.some((g) => Math.abs(row - g) <= 3) ? 0 : 10));

test("cuts move from equal spacing into the gaps nearby and cross nothing", () => {
  const { cells, crossing } = cutColumn(profile([72]), BOX, 2);
  assert.equal(crossing, 0);
  // The box begins at y = 20; the cut falls on the gap's row nearest to the middle, 75: 20 + 75.5.
  assert.deepEqual(
    cells.map((c) => [c.cy - c.height / 2, c.cy + c.height / 2]),
    [
      [20, 95.5],
      [95.5, 180],
    ],
  );
});

test("a wrong count cuts through ink", () => {
  assert.ok(cutColumn(profile([80]), BOX, 3).crossing > 0.9);
  assert.equal(cutColumn(profile([53, 107]), BOX, 3).crossing, 0);
});

test("cells of a tilted column follow its axis", () => {
  const { cells } = cutColumn(profile([80]), { ...BOX, angle: Math.PI / 6 }, 2);
  // Down the column is (−sin, cos): 40 px either way from the centre.
  assert.ok(Math.abs(cells[0].cx - (50 + 20)) < 1 && Math.abs(cells[0].cy - (100 - 34.6)) < 1);
});

test("a column is tried as squares and as fewer letters of a narrow face", () => {
  assert.deepEqual(cellCounts({ width: 75, height: 650 }), [6, 7, 8, 9, 10, 11]);
  assert.deepEqual(cellCounts({ width: 40, height: 80 }), [2, 3, 4]);
});
