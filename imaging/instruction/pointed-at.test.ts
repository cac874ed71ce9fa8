import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction, planOverArea } from "./plan.ts";
import { colourOfArea, pointedAt, pointsAtColour, saidOfArea } from "./pointed-at.ts";

test("pointing with a drawn area removes what is there", () => {
  for (const say of ["remove this", "Please delete it", "erase", "把这里擦掉", "去掉这个", "删除", "框里的东西去掉", "请把选中的区域清除"])
    assert.deepEqual(pointedAt(say)?.operations, [{ kind: "object.remove" }], say);
});

test("an instruction that names a thing does not only point", () => {
  for (const say of ["remove the vase", "去掉水印", "删除标题", "make it blue", ""]) assert.equal(pointedAt(say), undefined, say);
});

test("a colour for it can be the area's, a size cannot", () => {
  assert.equal(pointsAtColour(planOverArea("make it teal")), true);
  assert.equal(pointsAtColour(planOverArea("make it bigger")), false);
  assert.equal(pointsAtColour(planInstruction("make the title teal")), false);
  assert.deepEqual(colourOfArea(planOverArea("改成红色")).operations, [{ kind: "object.recolour", style: { colour: "#ff0000" } }]);
});

test("what is said of it alone asks, unless an area is drawn", () => {
  for (const say of ["再大一点", "往左一点", "make it bigger", "换成蓝色"]) {
    assert.deepEqual(planInstruction(say).operations, [], say);
    assert.equal(saidOfArea(say)?.operations.length, 1, say);
  }
  assert.equal(planInstruction("字号放大两号").operations.length, 1);
  assert.equal(saidOfArea("make the title bigger"), undefined);
});
