import assert from "node:assert/strict";
import { test } from "node:test";
import { planInstruction } from "../plan.ts";

test("a comma inside a number ends no order, whichever of several changes holds it", () => {
  for (const [said, ...meant] of [
    ["change 'Foo' to 'Bar' and 12 to 1,357", ["Foo", "Bar"], ["12", "1,357"]],
    ["change Active customers to New subscribers and 8,912 to 1,357", ["Active customers", "New subscribers"], ["8,912", "1,357"]],
    ["change 8,912 to 1,357 and 4,500 to 5,200", ["8,912", "1,357"], ["4,500", "5,200"]],
    ["把“热线”改成400-617-2233，199元改为269元", ["热线", "400-617-2233"], ["199元", "269元"]],
  ] as const) {
    const { operations, clarify } = planInstruction(said);
    assert.deepEqual(
      operations.map(({ text }) => [text?.from, text?.to]),
      meant,
    );
    assert.equal(clarify, undefined);
  }
});
