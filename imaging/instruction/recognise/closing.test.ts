import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "../plan.ts";

const kinds = (say: string): readonly string[] => {
  const { operations, clarify } = planInstruction(say);
  return [...operations.map(({ kind }) => kind), ...(clarify === undefined ? [] : ["?"])];
};

test("how a place is to be closed, and where the result is to go, is no order and no question", () => {
  assert.deepEqual(kinds("Erase the kite and let the clouds flow on naturally"), ["object.remove"]);
  assert.deepEqual(kinds("把纸箱抹掉，水泥纹路接着铺过去"), ["object.remove"]);
  assert.deepEqual(kinds("Extend the canvas 15% to the right, filling the new strip with matching brick"), ["canvas.extend"]);
  assert.deepEqual(kinds("把吊灯去掉，弄好导出png发我，感恩"), ["object.remove"]);
});

test("a colour, a measure or another order beside it is not taken for closing", () => {
  assert.deepEqual(kinds("remove the kite, extend the canvas to the left by 20%"), ["object.remove", "canvas.extend"]);
  assert.deepEqual(kinds("把纸箱去掉，桌布换成自然棉麻"), ["object.remove", "object.replace"]);
  assert.deepEqual(kinds("delete the kite and fill the sky with balloons"), ["object.remove", "object.modify"]);
  assert.deepEqual(kinds("去掉纸箱，补一盆绿萝"), ["object.remove", "object.add"]);
  assert.ok(kinds("把纸箱去掉，皮肤修得自然一点").length > 1);
});
