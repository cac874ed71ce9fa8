import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";

const kinds = (say: string): string[] => planInstruction(say).operations.map(({ kind, target }) => `${kind} ${target ?? ""}`.trim());

test("a space between two wishes is a comma", () => {
  assert.deepEqual(kinds("标题居中 副标题左对齐"), ["text.restyle 标题", "text.restyle 副标题"]);
  assert.deepEqual(kinds("整体调暖一点 饱和度高点"), ["tone.adjust", "tone.adjust"]);
  assert.deepEqual(kinds("底下那行小字不要了 太乱"), ["text.remove 小字"]);
});

test("a space within a wording, before a measure or a relation is none", () => {
  assert.equal(planInstruction("把标题改成 夏日 清凉季").operations[0]?.text?.to, "夏日 清凉季");
  assert.deepEqual(kinds("把日期往右移 30px"), ["object.move 日期"]);
  assert.equal(planInstruction("字间距 2px").operations[0]?.style?.trackingPx, 2);
});
