import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeChangeSize } from "./change-size.ts";

test("words that repaint half of the picture are too much, a thing that does is not", () => {
  assert.equal(judgeChangeSize(["text.replace"], 0.5), "too-much");
  assert.equal(judgeChangeSize(["object.replace"], 0.5), "fits");
});

test("a background of a few pixels was not replaced", () => {
  assert.equal(judgeChangeSize(["background.replace"], 0.02), "too-little");
  assert.equal(judgeChangeSize(["background.replace", "text.add"], 0.02), "too-little");
});

test("several wishes may change more together, a style everything", () => {
  assert.equal(judgeChangeSize(["text.replace", "object.add"], 0.8), "fits");
  assert.equal(judgeChangeSize(["style.transfer"], 1), "fits");
});
