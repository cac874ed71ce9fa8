import assert from "node:assert/strict";
import { test } from "node:test";
import { joinOnBaseline } from "./same-baseline.ts";

const box = (cx: number, width: number, more: { cy?: number; height?: number; angle?: number } = {}) => ({
  cx,
  cy: 50,
  height: 20,
  angle: 0,
  width,
  ...more,
});

test("two pieces with a small gap become the box around both", () => {
  // 10…70 and 80…120: together 10…120.
  assert.deepEqual(joinOnBaseline(box(40, 60), box(100, 40)), { cx: 65, cy: 50, width: 110, height: 20, angle: 0 });
});

test("the order of the pieces does not matter", () => {
  assert.deepEqual(joinOnBaseline(box(100, 40), box(40, 60)), joinOnBaseline(box(40, 60), box(100, 40)));
});

test("a tilted line is joined along its own direction", () => {
  const angle = Math.PI / 6;
  const along = 60;
  const joined = joinOnBaseline(box(0, 50, { cy: 0, angle }), box(along * Math.cos(angle), 50, { cy: along * Math.sin(angle), angle }));
  assert.ok(joined !== undefined);
  assert.ok(Math.abs(joined.width - 110) < 1e-9 && Math.abs(joined.height - 20) < 1e-9 && Math.abs(joined.angle - angle) < 1e-9);
});

test("other lines, other sizes, wide gaps, other angles and columns stay apart", () => {
  const left = box(40, 60);
  for (const right of [box(100, 40, { cy: 58 }), box(100, 40, { height: 30 }), box(130, 40), box(100, 40, { angle: 0.2 }), box(80, 10)]) {
    assert.equal(joinOnBaseline(left, right), undefined, JSON.stringify(right));
  }
});

test("a piece with descenders is joined though it is half as high again, a larger one on the same baseline is not", () => {
  // Tops at 40 both: the taller reaches 70 where the other ends at 60.
  assert.ok(joinOnBaseline(box(40, 60, { cy: 54, height: 28 }), box(100, 40)) !== undefined);
  // Bottoms at 60 both.
  assert.equal(joinOnBaseline(box(40, 60, { cy: 46, height: 28 }), box(100, 40)), undefined);
});

test("pieces that overlap well are of one line though one is half as high again", () => {
  assert.ok(joinOnBaseline(box(40, 60, { height: 30 }), box(80, 40)) !== undefined);
  assert.equal(joinOnBaseline(box(40, 60, { height: 34 }), box(80, 40)), undefined);
  // A price and its unit, whose boxes touch.
  assert.equal(joinOnBaseline(box(40, 60, { height: 30 }), box(86, 40)), undefined);
});

test("words of letters that stand apart are joined over wider gaps, by twice as much", () => {
  // 10…70 and 105…145: a gap of 35.
  assert.equal(joinOnBaseline(box(40, 60), box(125, 40), { spread: 9 }), undefined);
  assert.equal(joinOnBaseline(box(40, 60), box(125, 40), { spread: 10 })?.width, 135);
});

test("pieces that hold the same letter are joined though their tops differ more", () => {
  const piece = (cx: number) => joinOnBaseline(box(40, 60), box(cx, 60, { cy: 51, height: 30 }));
  assert.ok(piece(90) !== undefined);
  assert.equal(piece(102), undefined);
});

test("short pieces may be turned further against each other than long ones: a descender turns their boxes", () => {
  assert.ok(joinOnBaseline(box(40, 60, { angle: 0.05 }), box(100, 40, { angle: -0.05 })) !== undefined);
  assert.equal(joinOnBaseline(box(40, 100, { angle: 0.05 }), box(140, 90, { angle: -0.05 })), undefined);
});

test("a word of small letters only is joined though it is half as high, where it lies within the other's height", () => {
  const joined = (cy: number, lowWord: boolean) => joinOnBaseline(box(40, 60, { height: 36 }), box(85, 20, { cy }), { lowWord });
  assert.equal(joined(52, true)?.width, 85);
  assert.equal(joined(52, false), undefined);
  assert.equal(joined(40, true), undefined);
});
