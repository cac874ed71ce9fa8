import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";

const plans = (say: string): unknown => planInstruction(say).operations;

test("a second thought names another thing, place or look for the same order, and the last stands", () => {
  assert.deepEqual(plans("remove the cat – wait, I mean the dog"), [{ kind: "object.remove", target: "dog" }]);
  assert.deepEqual(plans("把标题居中，等等，还是左对齐吧"), [{ kind: "text.restyle", target: "标题", style: { align: "left" } }]);
  assert.deepEqual(plans("把水杯换成玫瑰，不对，百合"), [{ kind: "object.replace", target: "水杯", value: "百合" }]);
  assert.deepEqual(plans("Crop to 1:1, no wait, 4:5"), [{ kind: "crop", value: "4:5" }]);
});

test("the former and the latter are the two that were spoken of last", () => {
  assert.deepEqual(plans("把标题和副标题都改成白色，前者加粗，后者斜体"), [
    { kind: "text.restyle", target: "标题", style: { colour: "#ffffff", weight: 700 } },
    { kind: "text.restyle", target: "副标题", style: { colour: "#ffffff", italic: true } },
  ]);
});

test("what an order leaves out may be said behind it, in brackets, or before the rest", () => {
  const targets = (say: string): unknown => planInstruction(say).operations.map((op) => op.target);
  assert.deepEqual(targets("把所有的贴纸都删掉，除了红色那个"), ["除了红色那个以外的所有贴纸"]);
  assert.deepEqual(targets("Remove all stickers (except the red one)"), ["stickers except the red one"]);
  assert.deepEqual(targets("删除所有文字，标题除外"), ["除了标题以外的所有文字"]);
});

test("an order that only the next one explains is asked about, not dropped", () => {
  const plan = planInstruction("把那俩玩意儿整去别处，然后裁成 16:9");
  assert.deepEqual(plan.operations, [{ kind: "crop", value: "16:9" }]);
  assert.match(plan.clarify ?? "", /那俩玩意儿/);
});
