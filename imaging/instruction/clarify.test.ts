import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";

const asked = (instruction: string): string => planInstruction(instruction).clarify ?? "";

test("the question is in the language and script of the instruction", () => {
  assert.match(asked("改一下"), /想改的是哪里/);
  assert.match(asked("幫我改一個"), /想改的是哪裡/);
  assert.match(asked("make it better"), /^What should change/);
});

test("a template's empty fields are named", () => {
  assert.match(asked("将[A]替换为[B]"), /\[A\], \[B\]/);
  assert.match(asked("replace {old} with 'New'"), /\{old\}/);
});

test("a translation without its wording asks for the wording", () => {
  assert.match(asked("translate the title into French"), /new wording in quotes/);
});

test("one clause not understood leaves the others standing and is named", () => {
  const plan = planInstruction("change 'A' to 'B', wibble the wobble");
  assert.deepEqual(plan.operations, [{ kind: "text.replace", text: { from: "A", to: "B" } }]);
  assert.match(plan.clarify ?? "", /wibble the wobble/);
});

test("more operations than one edit takes are not cut short silently", () => {
  const plan = planInstruction("把'A'改成'B'，".repeat(40));
  assert.deepEqual(plan.operations, []);
  assert.match(plan.clarify ?? "", /分成几条指令/);
});
