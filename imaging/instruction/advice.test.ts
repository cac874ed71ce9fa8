import assert from "node:assert/strict";
import { test } from "node:test";
import { adviseLength } from "./advice.ts";

test("a hundred characters are fine, one more is long", () => {
  assert.equal(adviseLength("字".repeat(100)).tooLong, false);
  assert.equal(adviseLength("字".repeat(101)).tooLong, true);
});

test("an emoji counts once", () => assert.equal(adviseLength("改😀").length, 2));

test("politeness is what can be left out first", () => {
  assert.equal(adviseLength("请帮我把标题加粗，谢谢！").shorter, "把标题加粗");
  assert.equal(adviseLength("Could you please make the title bold?").shorter, "make the title bold");
});
