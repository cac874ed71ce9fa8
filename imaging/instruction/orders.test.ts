import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "./plan.ts";

test("a clause that orders something is never passed over as an aside or a wish to keep", () => {
  const kinds = (say: string): readonly string[] => planInstruction(say).operations.map(({ kind }) => kind);
  assert.deepEqual(kinds("头发变长，发色改成栗色"), ["object.modify", "object.recolour"]);
  assert.deepEqual(kinds("降低饱和度，做出胶片感"), ["tone.adjust", "tone.adjust"]);
  assert.deepEqual(kinds('Make the badge red and its label "Sold out"'), ["object.recolour", "text.replace"]);
});

test("what no form reads beside an order is asked about", () => {
  const { operations, clarify } = planInstruction('make the badge red, zigzag "Sold out"');
  assert.deepEqual(operations.length, 1);
  assert.match(clarify ?? "", /zigzag/);
});
