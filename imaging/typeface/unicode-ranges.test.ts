import assert from "node:assert/strict";
import { test } from "node:test";
import { commonRanges, cssUnicodeRange, hasCodePoint, inkCodePoints, parseUnicodeRange, rangesOf } from "./unicode-ranges.ts";

test("a CSS unicode-range gives single points, spans and wildcards", () => {
  assert.deepEqual([...parseUnicodeRange("U+0041-0043,U+20AC, U+4??")], [0x41, 0x43, 0x400, 0x4ff, 0x20ac, 0x20ac]);
});

test("touching and overlapping ranges are joined, in order", () => {
  assert.deepEqual(
    [
      ...rangesOf([
        [10, 12],
        [1, 3],
        [4, 5],
        [11, 20],
      ]),
    ],
    [1, 5, 10, 20],
  );
});

test("both ends of a range belong to it and their outer neighbours do not", () => {
  const ranges = Uint32Array.of(5, 7, 20, 20);
  assert.deepEqual(
    [4, 5, 7, 8, 19, 20, 21].map((p) => hasCodePoint(ranges, p)),
    [false, true, true, false, false, true, false],
  );
});

test("white space, joiners and variation selectors need no glyph", () => {
  assert.deepEqual(inkCodePoints("A \u3000\u200d\ufe0fA囍"), [0x41, 0x56cd]);
});

test("common ranges are the points both sets have", () => {
  const a = Uint32Array.of(1, 5, 10, 20, 30, 30);
  const b = Uint32Array.of(4, 12, 15, 17, 30, 40);
  assert.deepEqual([...commonRanges(a, b)], [4, 5, 10, 12, 15, 17, 30, 30]);
  assert.deepEqual([...commonRanges(b, a)], [...commonRanges(a, b)]);
  assert.deepEqual([...commonRanges(a, new Uint32Array())], []);
});

test("ranges written as CSS read back as themselves", () => {
  const ranges = Uint32Array.of(0x20, 0x7e, 0x4e00, 0x4e00);
  assert.equal(cssUnicodeRange(ranges), "U+20-7e, U+4e00-4e00");
  assert.deepEqual(parseUnicodeRange(cssUnicodeRange(ranges)), ranges);
});
