import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";

const asks = (said: string): boolean => {
  const { operations, clarify } = planInstruction(said);
  return operations.length === 0 && clarify !== undefined;
};

for (const said of [
  "把标题改成红色，把标题改成蓝色",
  "make it brighter and darker",
  "把背景去掉，保留背景",
  "Remove the title but keep the title",
  "背景换成白色，背景换成黑色",
  "把标题改成彩虹屁色",
  "make the title bloogreen",
  `把${"很".repeat(2000)}长的字改成“短”`,
])
  test(`nothing is done by guess: ${said.slice(0, 40)}`, () => assert.ok(asks(said)));

test("orders that only look opposite are carried out", () => {
  for (const [said, count] of [
    ["太暗了，调亮一点", 1],
    ["去背景，保留阴影", 1],
    ["去掉路人，背景保持不变", 1],
    ["把标题改成红色，副标题改成蓝色", 2],
    ["brightness +10, contrast -10", 2],
    ["make the left cup red and the right cup blue", 2],
  ] as const) {
    const { operations, clarify } = planInstruction(said);
    assert.deepEqual([operations.length, clarify], [count, undefined], said);
  }
});

test("a later round may take back what an earlier one asked", () => {
  const red = planInstruction("把标题改成红色").operations;
  assert.equal(planInstruction("把标题改成蓝色", red).clarify, undefined);
  assert.equal(planInstruction("darker", planInstruction("make it brighter").operations).clarify, undefined);
});
