import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../test/fixtures/text-line.ts";
import type { Rgb } from "../raster/colour.ts";
import type { TextLine } from "../text/types.ts";
import { linesByColour, saysColour } from "./by-colour-named.ts";
import type { InkColours } from "./ink-colours.ts";

const at = (string: string, cy: number, height = 40): TextLine =>
  textLine(string, { cx: 300, cy, width: 0.5 * height * [...string].length, height });
const [RED, CREAM, BROWN, GILT]: readonly Rgb[] = [
  [200, 30, 40],
  [250, 246, 236],
  [91, 58, 26],
  [236, 208, 140],
];
const POSTER: readonly (readonly [TextLine, InkColours])[] = [
  [at("SUMMER SALE", 80, 90), { overall: CREAM }],
  [at("just today", 200), { overall: RED }],
  [at("千里团圆", 300), { overall: BROWN }],
  [at("only now", 400), { overall: CREAM, cells: [CREAM, CREAM, CREAM, CREAM, RED, RED, RED] }],
];
const lines = POSTER.map(([line]) => line);
const inkOf = (line: TextLine): InkColours => POSTER.find(([l]) => l === line)?.[1] ?? { overall: [0, 0, 0] };
const named = (target: string): string[] | undefined => linesByColour(target, lines, inkOf)?.map(({ string }) => string);

test("text named by its colour is the text of that colour alone, within a line too", () => {
  for (const target of ["红色的字", "红色文字", "red text", "the red words", "红字"])
    assert.deepEqual(named(target), ["just today", "now"]);
  assert.deepEqual(named("white letters"), ["SUMMER SALE", "only"]);
});

test("a colour that no text has names none: dark brown is not gold", () => {
  assert.deepEqual([named("金色文字"), named("green text")], [[], []]);
  const gilt = at("孜然", 500);
  assert.deepEqual(
    linesByColour("金色的字", [...lines, gilt], (line) => (line === gilt ? { overall: GILT } : inkOf(line))),
    [gilt],
  );
  assert.deepEqual([saysColour("金色文字"), saysColour("文字"), saysColour("white headline")], [true, false, false]);
});

test("a part is found by its role among the text of its colour, and without it where the colour is not there", () => {
  assert.deepEqual(named("white headline"), ["SUMMER SALE"]);
  assert.deepEqual([named("green headline"), named("标题"), named("red car")], [undefined, undefined, undefined]);
});
