import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { joinAdds } from "./join-adds.ts";

const add = (to: string, more: Partial<Operation> = {}): Operation => ({ kind: "text.add", text: { to }, where: "top", ...more });

test("strings added one after the other at one place in one look become rows of one text", () => {
  assert.deepEqual(joinAdds([add("夏日"), add("特卖"), add("五折")]), [add("夏日\n特卖\n五折")]);
  const counted = joinAdds([add("A", { style: { lines: 2, colour: "#ff0000" } }), add("B", { style: { lines: 2, colour: "#ff0000" } })]);
  assert.deepEqual(counted, [add("A\nB", { style: { colour: "#ff0000" } })]);
});

test("another place, another look or something between keeps them apart", () => {
  const apart = [add("A"), add("B", { where: "bottom" }), add("C", { where: "bottom", style: { colour: "#ff0000" } })];
  assert.deepEqual(joinAdds(apart), apart);
  const between: Operation[] = [add("A"), { kind: "text.remove", text: { from: "X" } }, add("B")];
  assert.deepEqual(joinAdds(between), between);
});

test("a string below the one just added is its next row; in another look it stands for itself", () => {
  const below = (to: string, target: string, more: Partial<Operation> = {}): Operation => add(to, { target, where: "bottom", ...more });
  assert.deepEqual(joinAdds([add("A"), below("B", "A"), below("C", "B")]), [add("A\nB\nC")]);
  const red = { style: { colour: "#ff0000" } };
  assert.deepEqual(joinAdds([add("A"), below("B", "A", red)]), [add("A"), below("B", "A", red)]);
});
