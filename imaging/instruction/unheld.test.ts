import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { phraseOf } from "./phrase/phrase.ts";
import { unheld } from "./unheld.ts";

const lost = (said: string, ...operations: Operation[]): boolean => unheld(phraseOf(said), operations);

test("a number or a quoted wording that no operation holds is noticed", () => {
  assert.ok(lost("round the corners by 24px", { kind: "border.add", value: "rounded" }));
  assert.ok(lost("把“A”和“B”删掉", { kind: "text.remove", text: { from: "A" } }));
});

test("what an operation holds, in whatever words, is not", () => {
  assert.ok(!lost("round the corners by 24px", { kind: "border.add", value: "rounded radius 24px" }));
  assert.ok(!lost("所有价格打8折", { kind: "text.replace", target: "价格", value: "price -20%" }));
  assert.ok(!lost("make the title 20% larger", { kind: "text.restyle", target: "title", style: { sizeFactor: 1.2 } }));
  assert.ok(!lost("“招牌面”后面的28改成32", { kind: "text.replace", text: { from: "28", to: "32" } }));
  assert.ok(!lost("make it rgb(10, 20, 30)", { kind: "object.recolour", style: { colour: "#0a141e" } }));
});
