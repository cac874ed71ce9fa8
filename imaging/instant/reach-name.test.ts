import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../protocol/geometry.ts";
import { toldReader } from "../../test/fakes/told-reader.ts";
import { createRaster } from "../raster/raster.ts";
import type { TextLine } from "../text/types.ts";
import { reachName } from "./reach-name.ts";

const STEP = 20;
const image = createRaster(600, 120);

/** A line whose characters stand a step apart, the first in the middle of the picture. */
function lineOf(string: string, more: Partial<TextLine> = {}): TextLine {
  const width = STEP * string.length;
  const box = { cx: 300 + width / 2, cy: 60, width, height: 40, angle: 0 };
  const chars = [...string].map((char, i) => ({ char, at: (i + 0.5) * STEP, confidence: 0.95 }));
  return { string, box, quad: quadOf(box), confidence: 0.95, chars, vertical: false, ...more };
}

const [left, right] = [({ box }: TextLine) => box.cx - box.width / 2, ({ box }: TextLine) => box.cx + box.width / 2];

test("a line that holds the end of a wording is read from where that begins, and ends where it did", async () => {
  const line = lineOf("-21:30");
  const whole = await reachName(image, { lines: [line], name: "10:00-21:30" }, { ocr: toldReader(["0:00-21:30", "10:00-21:30"]) });
  assert.equal(whole?.string, "10:00-21:30");
  assert.ok(left(whole) < left(line) - 4 * STEP && left(whole) > left(line) - 7 * STEP);
  assert.equal(right(whole), right(line));
});

test("what was misread at an end is no more than a beginning that was not read", async () => {
  const whole = await reachName(image, { lines: [lineOf("O版上市")], name: "Pro 版上市" }, { ocr: toldReader(["O版上市", "Pro版上市"]) });
  assert.equal(whole?.string, "Pro版上市");
});

test("where no look says just the wording there is none, nor where it would stand beyond the picture", async () => {
  const other = toldReader(Array<string>(60).fill("9:00-21:30"));
  assert.equal(await reachName(image, { lines: [lineOf("-21:30")], name: "10:00-21:30" }, { ocr: other }), undefined);
  assert.ok(other.asked() > 0);
  const none = toldReader(["Sale"]);
  const wide = `${"a long way before ".repeat(2)}Summer Sale`;
  assert.equal(await reachName(image, { lines: [lineOf("Summer Sale")], name: wide }, { ocr: none }), undefined);
  assert.equal(none.asked(), 0);
});

test("lines that hold little of the wording, or all of it, and columns are not looked about", async () => {
  const none = toldReader(["Summer Sale"]);
  const lines = [lineOf("Ste"), lineOf("Summer Sale"), lineOf("mer Sale", { vertical: true })];
  assert.equal(await reachName(image, { lines, name: "Summer Sale" }, { ocr: none }), undefined);
  assert.equal(none.asked(), 0);
});
