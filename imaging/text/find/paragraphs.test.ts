import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../../test/fixtures/text-line.ts";
import type { TextLine } from "../types.ts";
import { inReadingOrder, paragraphsOf } from "./paragraphs.ts";

/** A line by its left edge. */
const line = (string: string, left: number, cy: number, { width = 200, height = 20, angle = 0 } = {}): TextLine =>
  textLine(string, { cx: left + width / 2, cy, width, height, angle });
const groups = (lines: readonly TextLine[]): string[] => paragraphsOf(lines).map((p) => p.map((l) => l.string).join("|"));

test("lines set close below each other on one edge are a paragraph; a wider gap begins another", () => {
  const lines = [line("a", 50, 100), line("b", 50, 128, { width: 180 }), line("c", 50, 156, { width: 90 }), line("d", 50, 230)];
  assert.deepEqual(groups(lines), ["a|b|c", "d"]);
});

test("centred and right-aligned lines belong together too, lines without a common edge do not", () => {
  assert.deepEqual(groups([line("a", 0, 100, { width: 300 }), line("b", 60, 130, { width: 180 })]), ["a|b"]);
  assert.deepEqual(groups([line("a", 0, 100, { width: 300 }), line("b", 200, 130, { width: 100 })]), ["a|b"]);
  assert.deepEqual(groups([line("a", 0, 100, { width: 300 }), line("b", 250, 130, { width: 120 })]), ["a", "b"]);
});

test("two columns are read one after the other, not across", () => {
  const lines = ["a", "b", "c"].flatMap((name, i) => [line(`${name}1`, 0, 100 + 28 * i), line(`${name}2`, 320, 101 + 28 * i)]);
  assert.deepEqual(groups(lines), ["a1|b1|c1", "a2|b2|c2"]);
  assert.equal(inReadingOrder(lines).length, 6);
});

test("a price list is read row by row", () => {
  const lines = ["Latte", "Mocha", "Tea"].flatMap((name, i) => [
    line(name, 0, 100 + 28 * i),
    line(`¥${20 + i}`, 320, 100 + 28 * i, { width: 40 }),
  ]);
  assert.deepEqual(groups(lines), ["Latte", "¥20", "Mocha", "¥21", "Tea", "¥22"]);
});

test("a headline and the small print below it are two", () => {
  assert.deepEqual(groups([line("BIG", 0, 100, { height: 60 }), line("small", 0, 150, { height: 22 })]), ["BIG", "small"]);
});

test("a tilted paragraph is followed along its own lines", () => {
  const tilted = (string: string, row: number): TextLine =>
    line(string, 0 - 100 * Math.sin(0.3) * row * 0.28, 100 + 27 * row, { angle: 0.3 });
  assert.deepEqual(groups([tilted("b", 1), tilted("a", 0), tilted("c", 2)]), ["a|b|c"]);
});

test("no line is lost or read twice", () => {
  const lines = Array.from({ length: 40 }, (_, i) => line(`${i}x`, (i * 97) % 500, (i * 53) % 700, { height: 12 + (i % 9) }));
  assert.deepEqual(new Set(inReadingOrder(lines)), new Set(lines));
  assert.equal(inReadingOrder(lines).length, 40);
});
