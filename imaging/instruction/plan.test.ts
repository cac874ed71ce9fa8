import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { type SaidInstruction, saidInstructions } from "../../test/fixtures/said-instructions.ts";
import { planInstruction } from "./plan.ts";

const CASES = saidInstructions();

/** Kind, wording, place and style must agree entirely; target and value wherever the list gives them or the operation is about text. */
function agrees(got: Operation, wanted: Operation): boolean {
  try {
    const strict = wanted.kind.startsWith("text.");
    const fields = (op: Operation) => ({
      kind: op.kind,
      text: op.text,
      where: op.where,
      nth: op.nth,
      style: op.style,
      target: strict || wanted.target !== undefined ? op.target : undefined,
      value: wanted.value === undefined ? undefined : op.value,
    });
    assert.deepEqual(fields(got), fields(wanted));
    return true;
  } catch {
    return false;
  }
}

function right({ say, operations }: SaidInstruction): boolean {
  const plan = planInstruction(say);
  if (operations.length === 0) return plan.operations.length === 0 && plan.clarify !== undefined;
  return (
    plan.clarify === undefined &&
    plan.operations.length === operations.length &&
    operations.every((op, i) => agrees(plan.operations[i] ?? { kind: "query" }, op))
  );
}

const wrong = CASES.filter((c) => !right(c));

test("at least 98 % of the listed instructions are planned as meant", (t) => {
  for (const { say } of wrong) t.diagnostic(`not as meant: ${say} → ${JSON.stringify(planInstruction(say))}`);
  assert.ok(CASES.length >= 300);
  assert.ok(wrong.length <= CASES.length * 0.02, `${wrong.length} of ${CASES.length} are wrong`);
});

test("every listed text operation is planned as meant", () => {
  assert.deepEqual(
    wrong.filter((c) => c.operations.some((op) => op.kind.startsWith("text."))).map((c) => c.say),
    [],
  );
});

test("a later round speaks of the last operation before it, and its plan holds all of them", () => {
  const gold = planInstruction("把“新品上市”改为“年度热销”，字体变为金色").operations;
  const larger = planInstruction("再大一点", gold);
  assert.equal(larger.operations.length, gold.length);
  assert.deepEqual(larger.operations[0]?.text, gold[0]?.text);
  assert.ok((larger.operations[0]?.style?.sizeFactor ?? 0) > 1 && larger.operations[0]?.style?.colour === gold[0]?.style?.colour);
  const english = planInstruction("now make it larger", gold);
  assert.ok((english.operations[0]?.style?.sizeFactor ?? 0) > 1);
  const more = planInstruction("remove the text 'SALE'", gold);
  assert.deepEqual([more.operations.length, more.operations[0]], [gold.length + 1, gold[0]]);
});

test("a later round that is not understood is asked back, not run as the earlier ones alone", () => {
  const gold = planInstruction("把“新品上市”改为“年度热销”").operations;
  const riddle = planInstruction("qwertz", gold);
  assert.deepEqual(riddle.operations, []);
  assert.ok(riddle.clarify);
});
