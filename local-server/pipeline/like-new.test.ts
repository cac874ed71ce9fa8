import assert from "node:assert/strict";
import { test } from "node:test";
import { likeNew } from "./like-new.ts";

const LINES = ["轻音破壁机", "前100名送榨汁杯", "上海·全职·25-40K", "MU 523", "B12", "harper & finch roastery"];

test("the text of which a new wording is another edition is known by it", () => {
  assert.equal(likeNew("前50名送便携杯", LINES), "前100名送榨汁杯");
  assert.equal(likeNew("30–50K", LINES), "25-40K");
  assert.equal(likeNew("6-12岁", ["软毛护龈 3-6岁"]), "3-6岁");
  assert.equal(likeNew("MU 747", LINES), "MU 523");
  assert.equal(likeNew("Harper & Sons Roastery", LINES), "harper & finch roastery");
});

test("no text is chosen where none is like the new wording, or several are", () => {
  assert.equal(likeNew("安吉小杭坑", LINES), undefined);
  assert.equal(likeNew("C4", LINES), undefined);
  assert.equal(likeNew("午餐", ["午餐套餐", "含甜点"]), undefined);
  assert.equal(likeNew("¥80", ["¥50", "¥60", "满299元可用"]), undefined);
});
