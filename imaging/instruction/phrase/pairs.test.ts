import assert from "node:assert/strict";
import { test } from "node:test";
import { pairsApart } from "./pairs.ts";

test("commas that both sides of an arrow have belong to the wordings", () => {
  assert.equal(pairsApart("Level 2, East Wing → Level 5, West Wing"), "“Level 2, East Wing” → “Level 5, West Wing”");
  assert.equal(pairsApart("改为：二楼，东厅→三楼，西厅"), "“二楼，东厅” → “三楼，西厅”");
  assert.equal(pairsApart("收到，今晚给你改为收到，明早给你"), "把“收到，今晚给你”改成“收到，明早给你”");
});

test("an order beside a pair stays a clause of its own", () => {
  for (const said of [
    "remove the vase, A → B, C",
    "把标题加粗，原价→现价，居中",
    "Sale → Offer, bold",
    "收到，把今晚改为明早，谢谢",
    "标题变红，价格改成99，居中",
  ])
    assert.equal(pairsApart(said), said);
});
