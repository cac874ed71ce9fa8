import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../../protocol/geometry.ts";
import type { TextLine } from "../types.ts";
import { inRows } from "./in-rows.ts";

function line(string: string, cx: number, cy: number, angle = 0): TextLine {
  const box = { cx, cy, width: 80, height: 20, angle };
  return { string, box, quad: quadOf(box), confidence: 1, chars: [], vertical: false };
}
const read = (lines: readonly TextLine[]) =>
  inRows(lines)
    .map((l) => l.string)
    .join("");

test("rows go from top to bottom, within a row left to right in spite of small offsets", () => {
  assert.equal(read([line("d", 200, 100), line("b", 200, 46), line("c", 60, 104), line("a", 60, 50)]), "abcd");
});

test("a page lying askew is read along its own lines", () => {
  const angle = 0.5;
  const place = (u: number, v: number): [number, number] => [
    u * Math.cos(angle) - v * Math.sin(angle),
    u * Math.sin(angle) + v * Math.cos(angle),
  ];
  const lines = [
    line("d", ...place(200, 60), angle),
    line("b", ...place(200, 0), angle),
    line("c", ...place(0, 60), angle),
    line("a", ...place(0, 0), angle),
  ];
  assert.equal(read(lines), "abcd");
});
