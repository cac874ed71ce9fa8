import assert from "node:assert/strict";
import { test } from "node:test";
import { cellPlaces, freePlace, GAP, holderSize, LABEL_HEIGHT } from "./cell-places.ts";

const cell = { width: 100, height: 50 };

test("variants lie in one row, a contact sheet is as square as it can be", () => {
  assert.deepEqual(
    cellPlaces("set", 3, cell).map((p) => [p.x, p.y]),
    [
      [GAP, GAP],
      [GAP + 140, GAP],
      [GAP + 280, GAP],
    ],
  );
  const sheet = cellPlaces("sheet", 5, cell).map((p) => [p.x, p.y]);
  assert.deepEqual(sheet[3], [GAP, GAP + 50 + GAP + LABEL_HEIGHT]);
});

test("what holds them is wide enough for the last one and its margin", () => {
  for (const layout of ["set", "sheet"] as const) {
    const size = holderSize(layout, 5, cell);
    for (const p of cellPlaces(layout, 5, cell)) {
      assert.ok(p.x + cell.width + GAP <= size.width && p.y + cell.height + GAP <= size.height);
    }
  }
});

test("nothing that lies there already is covered", () => {
  const home = { x: 0, y: 0, width: 100, height: 100 };
  const others = [
    { x: 200, y: 50, width: 100, height: 10 },
    { x: 350, y: -20, width: 50, height: 40 },
    { x: 190, y: 500, width: 900, height: 10 },
  ];
  assert.deepEqual(freePlace(home, { width: 100, height: 100 }, others), { x: 400 + 2 * GAP, y: 0 });
});
