import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../protocol/geometry.ts";
import { cutLine } from "./cut-line.ts";
import type { TextLine } from "./types.ts";

/** "ab cd" in a box of 100 × 20, characters 20 px apart, centres at 10, 30, 50, 70, 90. */
function line(angle = 0): TextLine {
  const box = { cx: 200, cy: 100, width: 100, height: 20, angle };
  const chars = [..."ab cd"].map((char, i) => ({ char, at: 10 + 20 * i, confidence: 1 }));
  return { string: "ab cd", box, quad: quadOf(box), confidence: 1, chars, vertical: false };
}

test("a part runs from half way to its neighbours, spaces at its ends left off", () => {
  const part = cutLine(line(), 2, 5);
  assert.equal(part.string, "cd");
  // From 60 (between the space and c) to 100: 40 wide, its middle 30 right of the line's.
  assert.deepEqual([part.box.width, part.box.cx, part.box.cy], [40, 230, 100]);
  assert.deepEqual(
    part.chars.map((c) => c.at),
    [10, 30],
  );
});

test("a part of a turned line lies along it", () => {
  const part = cutLine(line(Math.PI / 2), 0, 2);
  // 0…40 of 100: its middle 30 before the line's, which runs downward.
  assert.ok(Math.abs(part.box.cx - 200) < 1e-9 && Math.abs(part.box.cy - 70) < 1e-9);
});

test("all of a line is the line itself", () => {
  const whole = line();
  assert.equal(cutLine(whole, 0, 5), whole);
});
