import assert from "node:assert/strict";
import { test } from "node:test";
import { evened, pour, readOn } from "./pour.ts";

/** Every character one wide. */
const widthOf = (row: string): number => [...row].length;
const request = (text: string, rest: readonly string[], most: number) => ({ text, rest, widthOf, limit: () => most });

test("rows are as long as they may be and hold the whole text", () => {
  const rows = pour(request("one two three four five", [], 9));
  assert.deepEqual(rows, ["one two", "three", "four five"]);
});

test("a longer line pushes its last words into the lines below, until a row begins as a line did", () => {
  const rest = ["eee fff", "ggg hhh", "iii"];
  assert.deepEqual(pour(request("aaa bbb ccc", rest, 7)), ["aaa bbb", "ccc eee", "fff ggg", "hhh iii"]);
  assert.deepEqual(pour(request("aaa bbb cccc ddd", rest, 8)), ["aaa bbb", "cccc ddd", ...rest]);
});

test("a shorter line draws words up", () => {
  assert.deepEqual(pour(request("a", ["bb cc", "dd"], 5)), ["a bb", "cc dd"]);
});

test("no row of Chinese begins with a mark or ends with an opening one, and amounts stay whole", () => {
  const rows = pour(request("春天来了，我们去看《山海》吧，只要199元！", [], 5));
  assert.equal(rows.join(""), "春天来了，我们去看《山海》吧，只要199元！");
  for (const row of rows) {
    assert.doesNotMatch(row, /^[，。！》]/u);
    assert.doesNotMatch(row, /《$/u);
  }
  assert.ok(rows.some((row) => row.includes("199元")));
});

test("a lone last character draws its neighbour down", () => {
  assert.deepEqual(pour(request("一二三四五六七", [], 6)), ["一二三四五", "六七"]);
});

test("lines read on with a space between words and none beside Han characters", () => {
  assert.equal(readOn("hello", "world"), "hello world");
  assert.equal(readOn("你好", "世界"), "你好世界");
  assert.equal(readOn("买", "iPhone"), "买iPhone");
});

test("a centred text is evened in as many rows as it has", () => {
  const rows = evened(["one two three", "four"], { limit: () => 13, widthOf });
  assert.deepEqual(rows, ["one two", "three four"]);
});

test("a mark that closes what was cut from its line stands without a space", () => {
  assert.equal(readOn("with one oven", ". Today our bread"), "with one oven. Today our bread");
  assert.equal(readOn("he said", "!” and went"), "he said!” and went");
  assert.equal(readOn("it costs", ".5 or more"), "it costs .5 or more");
});
