import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";
import { colourOfArea, pointedAt, pointsAtColour } from "./pointed-at.ts";

test("pointing with a drawn area removes what is there", () => {
  for (const say of ["remove this", "Please delete it", "erase", "把这里擦掉", "去掉这个", "删除", "框里的东西去掉", "请把选中的区域清除"])
    assert.deepEqual(pointedAt(say)?.operations, [{ kind: "object.remove" }], say);
});

test("an instruction that names a thing does not only point", () => {
  for (const say of ["remove the vase", "去掉水印", "删除标题", "make it blue", ""]) assert.equal(pointedAt(say), undefined, say);
});

test("a colour for it can be the area's, a size cannot", () => {
  assert.equal(pointsAtColour(planInstruction("make it teal")), true);
  assert.equal(pointsAtColour(planInstruction("make it bigger")), false);
  assert.equal(pointsAtColour(planInstruction("make the title teal")), false);
  assert.deepEqual(colourOfArea(planInstruction("改成红色")).operations, [{ kind: "object.recolour", style: { colour: "#ff0000" } }]);
});
