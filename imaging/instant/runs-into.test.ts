import assert from "node:assert/strict";
import { test } from "node:test";
import { type OrientedBox, quadOf } from "../../protocol/geometry.ts";
import { createMask, type Mask } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";
import { runsInto } from "./runs-into.ts";

const box = (cy: number, angle = 0): OrientedBox<"image"> => ({ cx: 100, cy, width: 140, height: 30, angle }) as OrientedBox<"image">;
const lineIn = (at: OrientedBox<"image">): TextLine => ({
  string: "above",
  box: at,
  quad: quadOf(at),
  confidence: 1,
  chars: [],
  vertical: false,
});

function inkRows(from: number, to: number): Mask {
  const mask = createMask(200, 160);
  for (let y = from; y < to; y++) for (let x = 60; x < 140; x++) mask.data[y * 200 + x] = 255;
  return mask;
}
const before = box(100);

test("ink that grows into the line above is told, ink that stays below it is not", () => {
  const above = lineIn(box(60));
  assert.equal(runsInto(inkRows(68, 115), { before, staying: [above] }), above);
  assert.equal(runsInto(inkRows(76, 115), { before, staying: [above] }), undefined);
});

test("a slanted line is asked along its own slant", () => {
  assert.ok(runsInto(inkRows(60, 64), { before: box(140), staying: [lineIn(box(60, 0.3))] }));
  assert.equal(runsInto(inkRows(10, 14), { before: box(140), staying: [lineIn(box(60, 0.3))] }), undefined);
});

test("lines that the old ink reached into already tell nothing", () => {
  assert.equal(runsInto(inkRows(68, 115), { before, staying: [lineIn(box(80))] }), undefined);
});

test("ink that only comes into the air at the end of a line beside it does not run into it", () => {
  const beside = (cx: number): TextLine => lineIn({ cx, cy: 100, width: 24, height: 30, angle: 0 } as OrientedBox<"image">);
  const figures = { before: { ...box(100), cx: 105, width: 70 }, painted: inkRows(88, 112) };
  const runs = (cx: number) => runsInto(figures.painted, { before: figures.before, staying: [beside(cx)] });
  assert.equal(runs(50), undefined, "two pixels into the air");
  assert.ok(runs(54), "six pixels, into the letters");
});
