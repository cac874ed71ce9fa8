import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../protocol/geometry.ts";
import type { Where } from "../../protocol/plan.ts";
import type { TextLine } from "../text/types.ts";
import type { Align } from "../text/typeset/align.ts";
import { alignedAs, anchorOf, besideText, turnBeside } from "./beside-text.ts";
import { straightened, tiltedAgain } from "./turn.ts";

const line = (string: string, cx: number, cy: number): TextLine => {
  const box = { cx, cy, width: 100, height: 20, angle: 0 };
  const chars = [...string].map((char) => ({ char, from: 0, to: 1, confidence: 1 }));
  return { string, box, quad: quadOf<"image">(box), confidence: 1, chars: chars as unknown as TextLine["chars"], vertical: false };
};
const LINES = [line("Limited", 200, 100), line("SALE", 200, 300), line("SALE", 400, 300)];
const STANDING = { lines: LINES, written: [{ wanted: "¥999", quad: line("¥999", 200, 500).quad }] };
const BLANK = { width: 600, height: 600, data: new Uint8ClampedArray(600 * 600 * 4).fill(255) };
const beside = (name: string, where: Where, align: Align = "center") => {
  const anchor = anchorOf(STANDING, name);
  return anchor && besideText(BLANK, anchor, { where, width: 60, height: 20, align });
};

test("a new text stands on the side asked, with air between", () => {
  assert.deepEqual(beside("Limited", "bottom"), { x: 200, y: 130 });
  assert.deepEqual(beside("limited", "top"), { x: 200, y: 70 });
  assert.deepEqual(beside("Limited", "right"), { x: 290, y: 100 });
  assert.deepEqual(beside("Limited", "left"), { x: 110, y: 100 });
});

test("below a text it hangs from the edge that one shares with its neighbours", () => {
  assert.deepEqual(beside("Limited", "bottom", "left"), { x: 180, y: 130 });
  assert.deepEqual(beside("Limited", "top", "right"), { x: 220, y: 70 });
  const column = [line("Limited", 200, 100), { ...line("offer", 180, 130), box: { cx: 180, cy: 130, width: 60, height: 20, angle: 0 } }];
  assert.equal(alignedAs(BLANK, { quad: column[0].quad, line: column[0] }, column), "left");
});

test("a text that is not there, or there twice, is no place", () => {
  for (const name of ["Winter", "SALE", undefined]) assert.equal(anchorOf(STANDING, name), undefined, name);
});

test("a text the same request has written is a place as well", () => {
  assert.deepEqual(beside("¥999", "right"), { x: 290, y: 500 });
});

test("a name that holds the wording of one text means that text", () => {
  assert.equal(anchorOf(STANDING, "封面Limited")?.line, LINES[0]);
  assert.equal(anchorOf(STANDING, "the Limited heading")?.line, LINES[0]);
  for (const name of ["Unlimited offer", "the SALE sign"]) assert.equal(anchorOf(STANDING, name), undefined, name);
});

test("beside a tilted text the place is told in the picture straightened by its turn", () => {
  const tilted = { ...line("Python", 300, 300), box: { cx: 300, cy: 300, width: 100, height: 20, angle: 0.4 } };
  const anchor = { quad: quadOf<"image">(tilted.box), line: tilted };
  const turn = turnBeside(anchor);
  const at = besideText(BLANK, anchor, { where: "bottom", width: 60, height: 20, align: "center" });
  const { x, y } = tiltedAgain(at, turn);
  assert.deepEqual([x, y].map(Math.round), [300 - 30 * Math.sin(0.4), 300 + 30 * Math.cos(0.4)].map(Math.round));
  assert.deepEqual(
    [straightened({ x, y }, turn), turn.angle].flatMap((v) => (typeof v === "number" ? v : [Math.round(v.x), Math.round(v.y)])),
    [300, 330, 0.4],
  );
});
