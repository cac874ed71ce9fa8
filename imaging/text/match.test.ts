import assert from "node:assert/strict";
import { test } from "node:test";
import { quadOf } from "../../protocol/geometry.ts";
import { matchText } from "./match.ts";
import type { TextLine } from "./types.ts";

/** A line of 20 px at (left, cy), 12 px a character. */
function line(string: string, left = 0, cy = 0): TextLine {
  const chars = [...string];
  const box = { cx: left + chars.length * 6, cy, width: chars.length * 12, height: 20, angle: 0 };
  return {
    string,
    box,
    quad: quadOf(box),
    confidence: 1,
    vertical: false,
    chars: chars.map((char, i) => ({ char, at: i * 12 + 6, confidence: 1 })),
  };
}
const shown = (lines: readonly TextLine[], wanted: string) =>
  matchText(lines, wanted).map((m) =>
    m.spans
      .map(({ line: l, from, to }) =>
        l.chars
          .slice(from, to)
          .map((c) => c.char)
          .join(""),
      )
      .join("⏎"),
  );

test("width, white space, quotes and currency forms do not count", () => {
  assert.deepEqual(shown([line("￥１９９ 起")], "¥199起"), ["￥１９９ 起"]);
  assert.deepEqual(shown([line("DON’T FORGET")], "don't forget"), ["DON’T FORGET"]);
  assert.deepEqual(shown([line("Clean hands")], "Cleanhands"), ["Clean hands"]);
  assert.equal(matchText([line("￥199")], "¥199")[0].similarity, 1);
});

test("a part of a line is matched as the characters it covers", () => {
  const [match] = matchText([line("日常价 ¥10.0 起")], "¥10.0");
  assert.deepEqual([match.spans[0].from, match.spans[0].to, match.whole], [4, 9, false]);
});

test("whole lines win over parts, whole words over parts of words", () => {
  assert.deepEqual(shown([line("SALE NOW"), line("SALE", 0, 40)], "SALE"), ["SALE"]);
  assert.deepEqual(shown([line("START"), line("ART FAIR", 0, 40)], "ART"), ["ART"]);
  assert.deepEqual(shown([line("START")], "ART"), ["ART"]);
});

test("equally good places all come back, for the caller to ask", () => {
  const matches = matchText([line("¥99", 0, 0), line("¥99", 200, 0), line("¥990", 0, 40)], "¥99");
  assert.deepEqual(
    matches.map((m) => m.spans[0].line.box.cx),
    [18, 218],
  );
});

test("the exact case is preferred, another accepted", () => {
  assert.deepEqual(shown([line("smile"), line("SMILE", 0, 40)], "SMILE"), ["SMILE"]);
  assert.equal(matchText([line("smile")], "SMILE")[0].similarity, 0.99);
});

test("a string may run over the lines of a paragraph, or pieces side by side", () => {
  const paragraph = [line("Clean hands with soap", 0, 0), line("and water often", 0, 24)];
  assert.deepEqual(shown(paragraph, "with soap and water"), ["with soap⏎and water"]);
  assert.deepEqual(shown([line("168", 0, 0), line("元", 40, 2)], "168元"), ["168⏎元"]);
  const small = line("券后价¥", 0, 12);
  const price = line("5.8", 52, 0);
  assert.deepEqual(shown([small, { ...price, box: { ...price.box, height: 50 } }], "券后价¥5.8"), ["券后价¥⏎5.8"]);
});

test("lines far apart are not one string", () => {
  assert.deepEqual(shown([line("HAPPY", 0, 0), line("BIRTHDAY", 0, 200)], "HAPPY BIRTHDAY"), []);
});

test("a reader's slips are forgiven by length: one in five letters, one in three Han characters", () => {
  assert.deepEqual(shown([line("O'RElLLY")], "O'REILLY"), ["O'RElLLY"]);
  assert.deepEqual(shown([line("for Unix and Linex")], "for Unix and Linux"), ["for Unix and Linex"]);
  assert.deepEqual(shown([line("孜然肉夹镆")], "孜然肉夹馍"), ["孜然肉夹镆"]);
  assert.deepEqual(shown([line("SAFE")], "SALE"), []);
  assert.deepEqual(shown([line("好运")], "好远"), []);
});

test("another number is another text, never a slip", () => {
  assert.deepEqual(shown([line("¥168.00")], "¥169.00"), []);
  assert.deepEqual(shown([line("Chapter 12")], "Chapter 1"), ["Chapter 1"]);
  assert.deepEqual(shown([line("Order 1234 now")], "Order 124 now"), []);
});

test("a letter O read for a zero is a slip", () => {
  assert.deepEqual(shown([line("SAVE 5O%")], "SAVE 50%"), ["SAVE 5O%"]);
});

test("nothing matches an empty or absent string", () => {
  assert.deepEqual(matchText([line("abc")], "  "), []);
  assert.deepEqual(matchText([line("abcdef")], "uvwxyz"), []);
  assert.deepEqual(matchText([], "abc"), []);
});

test("accents that the reader drops do not count, nor those that a person leaves out", () => {
  assert.deepEqual(shown([line("Creme brulée fur Zoe"), line("Creme de menthe")], "Crème brûlée für Zoë"), ["Creme brulée fur Zoe"]);
  assert.deepEqual(shown([line("Café")], "cafe"), ["Café"]);
});

test("traditional characters are the same text as simplified ones, unless the picture has both", () => {
  assert.deepEqual(shown([line("歡迎光臨，優惠價發售")], "优惠价发售"), ["優惠價發售"]);
  assert.deepEqual(shown([line("欢迎光临")], "歡迎光臨"), ["欢迎光临"]);
  assert.deepEqual(shown([line("優惠"), line("优惠")], "优惠"), ["优惠"]);
});
