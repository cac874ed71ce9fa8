import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf, editResult, layer, ready, walk } from "../testing/builders.ts";
import type { UiEvent } from "./ui-event.ts";
import type { UiState } from "./ui-state.ts";
import { viewOf } from "./view.ts";

const KEY = "key-00000001";
const JOB = "job-00000001";
const APPLY: UiEvent = { type: "apply", key: KEY, at: 1000 };
const EDIT_ROW: UiEvent = { type: "row.edited", index: 0, text: "¥169" };
const ACCEPTED: UiEvent = { type: "job.accepted", key: KEY, jobId: JOB };
const DONE: UiEvent = { type: "job.changed", job: { id: JOB, status: "done", result: editResult() } };
const PLACED: UiEvent = { type: "placed", key: KEY, node: { id: "7:7", note: undefined }, after: 2 };

const running = (): UiState => walk(ready(), EDIT_ROW, APPLY, ACCEPTED).state;
const placed = (): UiState => walk(running(), DONE, PLACED).state;
const request = {
  source: digestOf("a"),
  operations: [{ kind: "text.replace" as const, text: { from: "¥199", to: "¥169" } }],
};

test("one changed row is sent as one explicit operation", () => {
  const { state, effects } = walk(ready(), EDIT_ROW, APPLY);
  assert.deepEqual(effects, [{ type: "edit", key: KEY, request }]);
  assert.equal(state.job.kind === "sending" && state.job.run.label, "¥199 → ¥169");
});

test("Apply without anything to do says so and sends nothing", () => {
  const { state, effects } = walk(ready(), APPLY);
  assert.deepEqual(effects, []);
  assert.equal(state.job.kind === "failed" && state.job.error.code, "empty_instruction");
});

test("an instruction alone is sent as written, without outer spaces", () => {
  const { effects } = walk(ready(), { type: "instruction.edited", text: " make it gold " }, APPLY);
  assert.deepEqual(effects, [{ type: "edit", key: KEY, request: { source: digestOf("a"), instruction: "make it gold" } }]);
});

test("rows and an instruction go together once the instruction is understood", () => {
  const asked = walk(ready(), EDIT_ROW, { type: "instruction.edited", text: "make it gold" }, APPLY);
  assert.deepEqual(asked.effects, [{ type: "plan", instruction: "make it gold", delayMs: 0 }]);
  const gold = { kind: "text.restyle" as const, style: { colour: "#d4af37" } };
  const plan = { instruction: "make it gold", operations: [gold] };
  const { effects } = walk(asked.state, { type: "understood", instruction: "make it gold", plan });
  const operations = [...request.operations, gold];
  assert.deepEqual(effects, [{ type: "edit", key: KEY, request: { source: digestOf("a"), operations } }]);
});

test("rows are not sent while the instruction beside them is a riddle", () => {
  const clarify = "Which colour?";
  const { state, effects } = walk(ready(), EDIT_ROW, { type: "instruction.edited", text: "make it nice" }, APPLY, {
    type: "understood",
    instruction: "make it nice",
    plan: { instruction: "make it nice", operations: [], clarify },
  });
  assert.deepEqual(effects, []);
  assert.deepEqual(state.job.kind === "failed" && [state.job.error.code, state.job.error.message], ["instruction_unclear", clarify]);
});

test("a second Apply while one runs does nothing", () => {
  const { effects, state } = walk(running(), { type: "apply", key: "key-00000002", at: 2000 });
  assert.deepEqual(effects, []);
  assert.equal(state.job.kind, "running");
});

test("an accepted job is asked for at once, so that a cached result is not waited for", () => {
  assert.deepEqual(walk(ready(), EDIT_ROW, APPLY, ACCEPTED).effects, [{ type: "watch", jobId: JOB }]);
});

test("progress of this job is shown, that of another is not", () => {
  const progress = { stage: "fit" as const, done: 1, total: 4 };
  const { state } = walk(
    running(),
    { type: "job.changed", job: { id: JOB, status: "running", progress } },
    { type: "job.changed", job: { id: "job-99999999", status: "running", progress: { ...progress, done: 3 } } },
    { type: "job.changed", job: { id: JOB, status: "running" } },
  );
  assert.deepEqual(state.job.kind === "running" && state.job.progress, progress);
});

test("cancelling frees the panel at once and tells the companion", () => {
  const { state, effects } = walk(running(), { type: "cancel" });
  assert.deepEqual(effects, [{ type: "cancel", jobId: JOB }]);
  assert.equal(state.job.kind, "idle");
});

test("a job accepted after it was cancelled is cancelled at the companion", () => {
  const { effects } = walk(ready(), EDIT_ROW, APPLY, { type: "cancel" }, ACCEPTED);
  assert.deepEqual(effects, [{ type: "cancel", jobId: JOB }]);
});

test("a done job is placed on the canvas, once", () => {
  const done = walk(running(), DONE);
  assert.deepEqual(
    done.effects.map((e) => e.type),
    ["place"],
  );
  assert.deepEqual(walk(done.state, DONE).effects, []);
});

test("an edit lost before it was acknowledged goes out again under the same key", () => {
  const error = { code: "connection_lost", message: "Lost.", retryable: true } as const;
  const { effects } = walk(
    ready(),
    EDIT_ROW,
    APPLY,
    { type: "job.refused", key: KEY, error },
    { type: "connection", connection: { kind: "searching" } },
    { type: "connection", connection: { kind: "connected", port: 17320, companion: "emend" } },
  );
  assert.deepEqual(effects, [{ type: "edit", key: KEY, request }]);
});

test("a running job is watched again after a reconnection", () => {
  const { effects } = walk(
    running(),
    { type: "connection", connection: { kind: "unreachable", diagnosis: "not_running" } },
    { type: "connection", connection: { kind: "connected", port: 17320, companion: "emend" } },
  );
  assert.deepEqual(effects, [{ type: "watch", jobId: JOB }]);
});

test("a failed job keeps the typed text and shows why", () => {
  const error = { code: "text_not_found", message: "Not there.", retryable: false } as const;
  const { state } = walk(running(), { type: "job.changed", job: { id: JOB, status: "failed", error } });
  assert.deepEqual(state.job, { kind: "failed", error });
  assert.deepEqual(state.drafts[digestOf("a")], { 0: "¥169" });
});

test("a result whose insertion failed can be inserted again without running again", () => {
  const error = { code: "insertion_failed", message: "Locked.", retryable: true } as const;
  const failed = walk(running(), DONE, { type: "place.failed", key: KEY, error });
  const { effects } = walk(failed.state, { type: "place.retried" });
  assert.deepEqual(
    effects.map((e) => e.type),
    ["place"],
  );
});

test("keeping clears the inputs and stays with the source; the pictures of the result are released", () => {
  const { state, effects } = walk(placed(), { type: "kept" });
  assert.deepEqual(effects, [{ type: "release", pictures: [2] }]);
  assert.deepEqual([viewOf(state).kind, state.drafts[digestOf("a")]], ["edit", {}]);
});

test("keeping while looking at the before shows the result again", () => {
  const { effects } = walk(placed(), { type: "compared", shown: false }, { type: "kept" });
  assert.deepEqual(effects[0], { type: "visible", nodeId: "7:7", visible: true });
});

test("adjusting removes the layer and keeps what was typed, discarding removes both", () => {
  const adjusted = walk(placed(), { type: "adjusted" });
  assert.deepEqual(adjusted.effects[0], { type: "discard", nodeId: "7:7" });
  assert.deepEqual(adjusted.state.drafts[digestOf("a")], { 0: "¥169" });
  const discarded = walk(placed(), { type: "discarded" });
  assert.deepEqual(discarded.effects[0], { type: "discard", nodeId: "7:7" });
  assert.deepEqual(discarded.state.drafts[digestOf("a")], {});
});

test("the emptied selection after a removed result does not lose the source", () => {
  const { state } = walk(
    placed(),
    { type: "selection", layers: [layer({ id: "7:7", provenance: "{}" })] },
    { type: "adjusted" },
    { type: "selection", layers: [] },
  );
  assert.equal(viewOf(state).kind, "edit");
});

test("trying again replaces the layer with a run of the next seed", () => {
  const { effects } = walk(placed(), { type: "again", key: "key-00000002", at: 2000 });
  assert.deepEqual(effects.slice(0, 2), [
    { type: "discard", nodeId: "7:7" },
    { type: "edit", key: "key-00000002", request: { ...request, seed: 8 } },
  ]);
});

test("the selection moving to our result does not leave it; another layer does, and keeps it", () => {
  const ours = walk(placed(), { type: "selection", layers: [layer({ id: "7:7", provenance: "{}" })] });
  assert.equal(viewOf(ours.state).kind, "result");
  const other = walk(ours.state, { type: "compared", shown: false }, { type: "selection", layers: [layer({ id: "5:5", name: "other" })] });
  assert.deepEqual(other.effects, [
    { type: "visible", nodeId: "7:7", visible: true },
    { type: "load", loadId: 2, layer: { id: "5:5", name: "other" } },
    { type: "release", pictures: [1, 2] },
  ]);
});

test("an emptied row removes its text", () => {
  const { effects } = walk(ready(), { type: "row.edited", index: 0, text: "  " }, APPLY);
  const sent = effects[0]?.type === "edit" ? effects[0].request.operations : undefined;
  assert.deepEqual(sent, [{ kind: "text.remove", text: { from: "¥199" } }]);
});
