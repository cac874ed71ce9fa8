import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../../test/fixtures/text-line.ts";
import type { TextLine } from "../types.ts";
import { type Align, inferAlign } from "./align.ts";

const PICTURE = { width: 1000 };

/** Lines 40 px high, 60 px apart, whose edge or middle lies at `at`. */
function block(align: Align, at: number, widths: readonly number[]): readonly TextLine[] {
  const middle = { left: (w: number) => at + w / 2, center: () => at, right: (w: number) => at - w / 2 }[align];
  return widths.map((width, k) => textLine(`line ${k}`, { cx: middle(width), cy: 100 + 60 * k, width, height: 40 }));
}
const rotated = (lines: readonly TextLine[], angle: number): readonly TextLine[] =>
  lines.map(({ string, box }) => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [dx, dy] = [box.cx - 500, box.cy - 200];
    return textLine(string, { ...box, cx: 500 + dx * c - dy * s, cy: 200 + dx * s + dy * c, angle });
  });

test("a line is aligned as its neighbours are", () => {
  for (const align of ["left", "center", "right"] as const) {
    const lines = block(align, 430, [300, 180, 240]);
    for (const line of lines) assert.equal(inferAlign(line, lines, PICTURE), align);
  }
});

test("alignment is told along the line's own direction", () => {
  for (const align of ["left", "center", "right"] as const) {
    const lines = rotated(block(align, 430, [300, 180, 240]), 0.4);
    assert.equal(inferAlign(lines[1], lines, PICTURE), align);
  }
});

test("neighbours of the same width say nothing; far and turned lines are no neighbours", () => {
  const [line, twin] = block("left", 320, [200, 200]);
  assert.equal(inferAlign(line, [line, twin], PICTURE), "center");
  const far = textLine("far", { cx: 320 + 50, cy: 900, width: 100, height: 40 });
  const turned = textLine("turned", { cx: 320 + 50, cy: 160, width: 100, height: 40, angle: 0.5 });
  assert.equal(inferAlign(line, [line, far, turned], PICTURE), "center");
});

test("a lone line hangs from the margin it is at, is centred in the middle and keeps its centre elsewhere", () => {
  const alone = (cx: number) => {
    const line = textLine("alone", { cx, cy: 50, width: 200, height: 40 });
    return inferAlign(line, [line], PICTURE);
  };
  assert.equal(alone(500), "center");
  assert.equal(alone(160), "left");
  assert.equal(alone(850), "right");
  assert.equal(alone(300), "center");
});
