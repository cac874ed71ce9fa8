import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../test/fixtures/text-line.ts";
import { crowdedLines, wayOut } from "./keep-apart.ts";

const box = (height: number, bottom: number, angle = 0) => ({ cx: 200, cy: bottom - height / 2, width: 180, height, angle });
const KEPT = box(24, 112);
const GROWN = box(30, 112);
const above = textLine("above", { cx: 200, cy: 64, width: 200, height: 28 });
const far = textLine("far above", { cx: 200, cy: 40, width: 200, height: 28 });
const below = textLine("below", { cx: 200, cy: 132, width: 200, height: 28 });

test("letters that grow towards the line above crowd it and should go down by what they came nearer", () => {
  const [crowded, ...others] = crowdedLines(KEPT, GROWN, [above, far]);
  assert.equal(others.length, 0);
  assert.equal(crowded.line, above);
  assert.ok(Math.abs(crowded.nearer - 6) < 1e-9);
  assert.equal(wayOut([crowded]), crowded.nearer);
});

test("a line that does not stand over or under the letters, or has room enough, is not crowded", () => {
  assert.deepEqual(crowdedLines(KEPT, GROWN, [far, textLine("beside", { cx: 460, cy: 80, width: 200, height: 28 })]), []);
  assert.deepEqual(crowdedLines(KEPT, KEPT, [above]), []);
});

test("between two lines there is no way out", () => {
  const grown = box(36, 118);
  const crowded = crowdedLines(KEPT, grown, [above, textLine("below", { cx: 200, cy: 135, width: 200, height: 28 })]);
  assert.equal(crowded.length, 2);
  assert.equal(wayOut(crowded), 0);
});

test("lines that overlapped before tell nothing", () => {
  assert.deepEqual(crowdedLines(box(24, 118), box(30, 118), [below]), []);
});

test("a slanted pair is asked along its own slant", () => {
  const angle = 0.3;
  const across = (by: number) => ({ cx: 200 - Math.sin(angle) * by, cy: 100 + Math.cos(angle) * by, angle });
  const kept = { ...across(0), width: 180, height: 24 };
  const grown = { ...across(-3), width: 216, height: 30 };
  const [crowded] = crowdedLines(kept, grown, [textLine("above", { ...across(-32), width: 200, height: 28 })]);
  assert.ok(Math.abs(crowded.nearer - 6) < 1e-9, `${crowded?.nearer}`);
});
