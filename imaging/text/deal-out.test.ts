import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dealOut, unbreakable } from "./deal-out.ts";

test("words are dealt out in proportion to what the lines held", () => {
  assert.deepEqual(dealOut("Ministry of Health", [11, 12]), ["Ministry", "of Health"]);
  assert.deepEqual(dealOut("万家团圆", [2, 2]), ["万家", "团圆"]);
  assert.deepEqual(dealOut("one", [4, 4]).filter(Boolean), ["one"]);
});

test("mixed strings break between Han characters and around whole Latin words", () => {
  assert.deepEqual(unbreakable("全新Summer系列 上市"), ["全", "新", "Summer", "系", "列 ", "上", "市"]);
});

test("no line begins with a closing mark or ends with an opening one", () => {
  assert.deepEqual(dealOut("好月圆，人长久", [3, 4]), ["好月圆，", "人长久"]);
  assert.deepEqual(dealOut("满心欢喜《中秋》夜", [4, 4]), ["满心欢喜", "《中秋》夜"]);
});

test("an amount stays with its currency and its unit", () => {
  for (const text of ["全场 ¥199 起", "今日8折优惠", "只要199元"])
    for (const piece of unbreakable(text))
      assert.ok(!/^[元折起]/.test(piece.trim()) || !/\d/.test(text[text.indexOf(piece) - 1] ?? ""), piece);
  assert.ok(unbreakable("今日8折优惠").includes("8折"));
  assert.ok(unbreakable("特价￥99").includes("￥99"));
});

test("dealing out loses and invents nothing, whatever the weights", () => {
  for (const text of ["one two three four five", "a", "春江花月夜", "long-unbreakable-word x"]) {
    for (const weights of [[1], [5, 5], [1, 9], [9, 1], [3, 3, 3], [0, 4, 0]]) {
      const lines = dealOut(text, weights);
      assert.equal(lines.length, weights.length);
      const joined = lines.filter((l) => l !== "").join(/\s/.test(text) ? " " : "");
      assert.equal(joined, text, `${weights}`);
    }
  }
});

test("dealt lines are as long as their shares, to the next word", () => {
  const lines = dealOut("aa bb cc dd ee ff gg hh", [12, 12]);
  assert.deepEqual(lines, ["aa bb cc dd", "ee ff gg hh"]);
  assert.deepEqual(dealOut("春江花月夜潮水", [2, 5]), ["春江", "花月夜潮水"]);
});

const words = fc.array(fc.constantFrom("夏", "日", "Sale", "，", "！", "《", "》", "¥", "99", "元", " ", "(", ")", "%"), { maxLength: 24 });

test("pieces are the whole string, and dealing it out loses nothing but spaces at line ends", () => {
  fc.assert(
    fc.property(words, fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }), (parts, weights) => {
      const text = parts.join("");
      assert.equal(unbreakable(text).join(""), text);
      const lines = dealOut(text, weights);
      assert.equal(lines.length, weights.length);
      assert.equal(lines.join("").replace(/\s/g, ""), text.replace(/\s/g, ""));
    }),
  );
});

test("however a string is dealt out, no line but the first begins with a mark that may not", () => {
  fc.assert(
    fc.property(words, (parts) => {
      const lines = dealOut(parts.join(""), [5, 4, 6]).filter((line) => line !== "");
      for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[，！》)%]/u);
      for (const line of lines.slice(0, -1)) assert.doesNotMatch(line, /[《¥(]$/u);
    }),
  );
});
