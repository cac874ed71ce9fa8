import assert from "node:assert/strict";
import { test } from "node:test";
import { unreadEnds } from "./unread-ends.ts";

test("letters at an end of what an order names that were not found are told; marks, spaces and other readings are not", () => {
  assert.match(unreadEnds("一杯好奶茶", "杯好奶茶") ?? "", /only “杯好奶茶” was found/);
  assert.match(unreadEnds("Big Sale 3", "BIG SALE") ?? "", /only/);
  for (const [named, found] of [
    ["今日特价！", "今日特价"],
    ["AI 写作课", "AI写作课"],
    ["O2 Shop", "02 Shop"],
    [undefined, "Sale"],
  ] as const)
    assert.equal(unreadEnds(named, found), undefined);
});
