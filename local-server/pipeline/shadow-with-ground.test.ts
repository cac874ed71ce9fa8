import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "../../imaging/instruction/plan.ts";
import { shadowWithGround } from "./shadow-with-ground.ts";

const done = (say: string) => shadowWithGround(planInstruction(say)).operations;

test("a new ground without the shadow is one order, in either language", () => {
  for (const say of ["背景换成白色，不要阴影", "make the background white, no shadow", "白底图，去阴影"])
    assert.deepEqual(done(say), [{ kind: "background.recolour", style: { colour: "#ffffff", shadow: false } }], say);
  assert.deepEqual(done("抠图，透明背景，不要阴影"), [{ kind: "background.remove", style: { shadow: false } }]);
});

test("a shadow that is wished for, another thing's, or without a new ground stays an order of its own", () => {
  for (const say of ["抠出产品，放到浅粉色背景上，加投影", "去掉标题的阴影", "背景换成白色，给卡片加阴影"])
    assert.deepEqual(done(say), planInstruction(say).operations, say);
});
