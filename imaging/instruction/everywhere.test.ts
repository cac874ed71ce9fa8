import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";

const values = (say: string): readonly unknown[] => planInstruction(say).operations.map((op) => op.value);

test("a wording is meant wherever it stands where the order says so", () => {
  for (const say of [
    "把图里的 2024 全部换成 2025",
    "所有“新品”改成“上新”",
    'change every "Day 1" to "Day 2"',
    'replace all "Beta" with "v2"',
    'remove "Draft" everywhere',
    "把全部“限时”去掉",
  ])
    assert.deepEqual(values(say), ["all"], say);
});

test("one wording, one that is counted, and a rule for prices are not", () => {
  for (const say of [
    'change "Day 1" to "Day 2"',
    "把第二个¥199改成¥169",
    "把“全部商品”改成“部分商品”",
    "把“立即购买”换成“马上抢购”，其他都不要动",
    '"All day" becomes "Half day"',
  ])
    assert.deepEqual(values(say), [undefined], say);
  assert.deepEqual(values("所有价格打八折"), ["price -20%"]);
});
