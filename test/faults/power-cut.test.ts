import assert from "node:assert/strict";
import { test } from "node:test";
import { cannotCutPower, cutThePower } from "./power-cut.ts";

test("what was acknowledged is on the disk when the power goes", { skip: cannotCutPower() ?? false }, async () => {
  const { acknowledged, ...left } = await cutThePower({ cuts: 1, perCut: 60 });
  assert.deepEqual(left, { cuts: 1, lost: 0, tornPictures: 0, unopened: 0 });
  assert.ok(acknowledged > 0);
});
