import assert from "node:assert/strict";
import { test } from "node:test";
import { ready, source, walk } from "../testing/builders.ts";
import { changesOf, draftsOf } from "./drafts.ts";

const plan = { instruction: "把标题变金色", operations: [{ kind: "text.restyle" as const, target: "标题" }] };

test("a row typed back to what was found is no change", () => {
  const { state } = walk(
    ready(),
    { type: "row.edited", index: 0, text: "¥169" },
    { type: "row.edited", index: 1, text: "年度热销" },
    { type: "row.edited", index: 0, text: "¥199" },
  );
  assert.deepEqual(changesOf(source(), draftsOf(state, source())), [{ index: 1, from: "新品上市", to: "年度热销" }]);
});

test("a space typed at the end is kept in the field but is no change", () => {
  const { state } = walk(ready(), { type: "row.edited", index: 0, text: "¥199 " });
  assert.deepEqual(draftsOf(state, source()), { 0: "¥199 " });
  assert.deepEqual(changesOf(source(), draftsOf(state, source())), []);
});

test("reverting clears every row", () => {
  const { state } = walk(ready(), { type: "row.edited", index: 0, text: "¥169" }, { type: "rows.reverted" });
  assert.deepEqual(draftsOf(state, source()), {});
});

test("typing asks what is understood after a pause, and trailing spaces do not ask again", () => {
  const typed = walk(ready(), { type: "instruction.edited", text: "把标题变金色" });
  assert.deepEqual(typed.effects, [{ type: "plan", instruction: "把标题变金色", delayMs: 400 }]);
  assert.deepEqual(walk(typed.state, { type: "instruction.edited", text: "把标题变金色 " }).effects, []);
});

test("a plan for words that were typed over meanwhile is not shown", () => {
  const { state } = walk(
    ready(),
    { type: "instruction.edited", text: "make it gold" },
    { type: "understood", instruction: "make it", plan: { instruction: "make it", operations: [] } },
  );
  assert.deepEqual(state.understanding, { kind: "asking", instruction: "make it gold" });
});

test("the plan for the present words is shown", () => {
  const { state } = walk(
    ready(),
    { type: "instruction.edited", text: plan.instruction },
    { type: "understood", instruction: plan.instruction, plan },
  );
  assert.deepEqual(state.understanding, { kind: "known", instruction: plan.instruction, plan });
});

test("a text chosen from those that are there replaces the one looked for, whatever characters it holds", () => {
  const words = "replace '¥189' with '¥169'";
  const missed = { instruction: words, operations: [{ kind: "text.replace" as const, text: { from: "¥189", to: "¥169" } }] };
  const { state } = walk(
    ready(),
    { type: "instruction.edited", text: words },
    { type: "understood", instruction: words, plan: missed },
    { type: "text.chosen", text: "$& 199" },
  );
  assert.equal(state.instruction, "replace '$& 199' with '¥169'");
});
