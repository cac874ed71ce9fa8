import assert from "node:assert/strict";
import { test } from "node:test";
import { inOneLanguage } from "./one-language.ts";

test("English verbs, sides and results inside a Chinese clause are put into Chinese", () => {
  for (const [said, plain] of [
    ["把画布 extend 到 9:16", "把画布 扩展到 9:16"],
    ["把 left 边的 chair 去掉", "把 左边的 chair 去掉"],
    ["把 cup 往 right 移动", "把 cup 往右移动"],
    ["把 logo 缩小 to 80%", "把 logo 缩小到80%"],
    ["translate “包邮” 成 “Free”", "把“包邮”翻译成 “Free”"],
    ["把背景 blur 一点", "把背景 虚化一点"],
  ])
    assert.equal(inOneLanguage(said ?? ""), plain);
});

test("names, wording and sentences that are English otherwise stay", () => {
  for (const said of [
    "把 Remove 改成 Delete",
    "把 Left 改成 Right",
    "把 Add to cart 改成 加入购物车",
    "change 价格 to ¥199",
    "把“move 到”改成“扔到”",
    "move the logo to the left",
  ])
    assert.equal(inOneLanguage(said), said);
});
