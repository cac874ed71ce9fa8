import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../protocol/geometry.ts";
import type { TextLine } from "../text/types.ts";
import { besideText } from "./beside-text.ts";

const line = (string: string, cx: number, cy: number): TextLine => {
  const box = { cx, cy, width: 100, height: 20, angle: 0 };
  const chars = [...string].map((char) => ({ char, from: 0, to: 1, confidence: 1 }));
  return { string, box, quad: quadOf<"image">(box), confidence: 1, chars: chars as unknown as TextLine["chars"], vertical: false };
};
const LINES = [line("Limited", 200, 100), line("SALE", 200, 300), line("SALE", 400, 300)];
const STANDING = { lines: LINES, written: [{ wanted: "¥999", quad: line("¥999", 200, 500).quad }] };
const size = { width: 60, height: 20 };

test("a new text stands on the side asked, with air between", () => {
  assert.deepEqual(besideText(STANDING, "Limited", { where: "bottom", ...size }), { x: 200, y: 130 });
  assert.deepEqual(besideText(STANDING, "limited", { where: "top", ...size }), { x: 200, y: 70 });
  assert.deepEqual(besideText(STANDING, "Limited", { where: "right", ...size }), { x: 290, y: 100 });
  assert.deepEqual(besideText(STANDING, "Limited", { where: "left", ...size }), { x: 110, y: 100 });
});

test("a text that is not there, or there twice, is no place", () => {
  for (const name of ["Winter", "SALE", undefined]) assert.equal(besideText(STANDING, name, { where: "bottom", ...size }), undefined, name);
});

test("a text the same request has written is a place as well", () => {
  assert.deepEqual(besideText(STANDING, "¥999", { where: "right", ...size }), { x: 290, y: 500 });
});
