import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf, ready, walk } from "../../testing/builders.ts";

const plan = { instruction: "把标题变金色", operations: [{ kind: "text.restyle" as const, target: "标题" }] };

test("typing asks what is understood after a pause, and trailing spaces do not ask again", () => {
  const typed = walk(ready(), { type: "instruct.edited", text: "把标题变金色" });
  const source = digestOf("a");
  assert.deepEqual(typed.effects, [{ type: "instruct.plan", instruction: "把标题变金色", source, delayMs: 400 }]);
  assert.deepEqual(walk(typed.state, { type: "instruct.edited", text: "把标题变金色 " }).effects, []);
});

test("a plan for words that were typed over meanwhile is not shown", () => {
  const { state } = walk(
    ready(),
    { type: "instruct.edited", text: "make it gold" },
    { type: "instruct.understood", instruction: "make it", plan: { instruction: "make it", operations: [] } },
  );
  assert.deepEqual(state.instruct.understanding, { kind: "asking", instruction: "make it gold" });
});

test("the plan for the present words is shown", () => {
  const { state } = walk(
    ready(),
    { type: "instruct.edited", text: plan.instruction },
    { type: "instruct.understood", instruction: plan.instruction, plan },
  );
  assert.deepEqual(state.instruct.understanding, { kind: "known", instruction: plan.instruction, plan });
});

test("a text chosen from those that are there replaces the one looked for, whatever characters it holds", () => {
  const words = "replace '¥189' with '¥169'";
  const missed = { instruction: words, operations: [{ kind: "text.replace" as const, text: { from: "¥189", to: "¥169" } }] };
  const { state } = walk(
    ready(),
    { type: "instruct.edited", text: words },
    { type: "instruct.understood", instruction: words, plan: missed },
    { type: "instruct.text.chosen", text: "$& 199" },
  );
  assert.equal(state.instruct.instruction, "replace '$& 199' with '¥169'");
});
