import assert from "node:assert/strict";
import { test } from "node:test";
import type { EmendError } from "../../../protocol/errors.ts";
import { digestOf, editResult, layer, ready, walk } from "../../testing/builders.ts";
import type { UiEvent } from "../ui-event.ts";
import type { UiState } from "../ui-state.ts";
import { viewOf } from "../view.ts";

const KEY = "key-00000001";
const JOB = "job-00000001";
const TO_INSTRUCT: UiEvent = { type: "shell.screen", screen: "instruct" };
const APPLY: UiEvent = { type: "job.apply", key: KEY, at: 1000 };
const EDIT_ROW: UiEvent = { type: "text.edited", index: 0, text: "¥169" };
const ACCEPTED: UiEvent = { type: "job.accepted", key: KEY, jobId: JOB };
const DONE: UiEvent = { type: "job.changed", job: { id: JOB, status: "done", result: editResult() } };
const PLACED: UiEvent = { type: "job.placed", key: KEY, node: { id: "7:7", note: undefined }, after: 2 };

const running = (): UiState => walk(ready(), EDIT_ROW, APPLY, ACCEPTED).state;
const placed = (): UiState => walk(running(), DONE, PLACED).state;
const request = {
  source: digestOf("a"),
  operations: [{ kind: "text.replace" as const, text: { from: "¥199", to: "¥169" } }],
};

test("one changed row is sent as one explicit operation", () => {
  const { state, effects } = walk(ready(), EDIT_ROW, APPLY);
  assert.deepEqual(effects, [{ type: "job.edit", key: KEY, request }]);
  assert.equal(state.job.kind === "sending" && state.job.run.label, "¥199 → ¥169");
});

test("Apply without anything to do says so and sends nothing", () => {
  const { state, effects } = walk(ready(), APPLY);
  assert.deepEqual(effects, []);
  assert.equal(state.job.kind === "failed" && state.job.error.code, "empty_instruction");
});

test("an instruction alone is sent as written, without outer spaces", () => {
  const { effects } = walk(ready(), TO_INSTRUCT, { type: "instruct.edited", text: " make it gold " }, APPLY);
  assert.deepEqual(effects.slice(1), [{ type: "job.edit", key: KEY, request: { source: digestOf("a"), instruction: "make it gold" } }]);
});

test("each screen applies what it shows: words typed on the other one stay there", () => {
  const both = walk(ready(), EDIT_ROW, { type: "instruct.edited", text: "make it gold" });
  assert.deepEqual(walk(both.state, APPLY).effects, [{ type: "job.edit", key: KEY, request }]);
  const { effects } = walk(both.state, TO_INSTRUCT, APPLY);
  assert.deepEqual(effects.slice(1), [{ type: "job.edit", key: KEY, request: { source: digestOf("a"), instruction: "make it gold" } }]);
});

test("a second Apply while one runs does nothing", () => {
  const { effects, state } = walk(running(), { type: "job.apply", key: "key-00000002", at: 2000 });
  assert.deepEqual(effects, []);
  assert.equal(state.job.kind, "running");
});

test("an accepted job is asked for at once, so that a cached result is not waited for", () => {
  assert.deepEqual(walk(ready(), EDIT_ROW, APPLY, ACCEPTED).effects, [{ type: "job.watch", jobId: JOB }]);
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
  const { state, effects } = walk(running(), { type: "job.cancel" });
  assert.deepEqual(effects, [{ type: "job.cancel", jobId: JOB }]);
  assert.equal(state.job.kind, "idle");
});

test("a job accepted after it was cancelled is cancelled at the companion", () => {
  const { effects } = walk(ready(), EDIT_ROW, APPLY, { type: "job.cancel" }, ACCEPTED);
  assert.deepEqual(effects, [{ type: "job.cancel", jobId: JOB }]);
});

test("a done job is placed on the canvas, once", () => {
  const done = walk(running(), DONE);
  assert.deepEqual(
    done.effects.map((e) => e.type),
    ["job.place"],
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
    { type: "shell.connection", connection: { kind: "searching" } },
    { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } },
  );
  assert.deepEqual(effects, [{ type: "job.edit", key: KEY, request }]);
});

test("a running job is watched again after a reconnection", () => {
  const { effects } = walk(
    running(),
    { type: "shell.connection", connection: { kind: "unreachable", diagnosis: "not_running" } },
    { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } },
  );
  assert.deepEqual(effects, [{ type: "job.watch", jobId: JOB }]);
});

test("a failed job keeps the typed text and shows why", () => {
  const error = { code: "text_not_found", message: "Not there.", retryable: false } as const;
  const { state } = walk(running(), { type: "job.changed", job: { id: JOB, status: "failed", error } });
  assert.deepEqual(state.job.kind === "failed" && state.job.error, error);
  assert.deepEqual(state.text.drafts[digestOf("a")], { 0: "¥169" });
});

test("a result whose insertion failed can be inserted again without running again", () => {
  const error = { code: "insertion_failed", message: "Locked.", retryable: true } as const;
  const failed = walk(running(), DONE, { type: "job.place.failed", key: KEY, error });
  const { effects } = walk(failed.state, { type: "job.place.retried" });
  assert.deepEqual(
    effects.map((e) => e.type),
    ["job.place"],
  );
});

test("keeping clears the inputs and stays with the source; the pictures of the result are released", () => {
  const { state, effects } = walk(placed(), { type: "job.kept" });
  assert.deepEqual(effects, [{ type: "pictures.release", pictures: [2] }]);
  assert.deepEqual([viewOf(state).kind, state.text.drafts[digestOf("a")]], ["text", {}]);
});

test("keeping while looking at the before shows the result again", () => {
  const { effects } = walk(placed(), { type: "job.compared", shown: false }, { type: "job.kept" });
  assert.deepEqual(effects[0], { type: "job.visible", nodeId: "7:7", visible: true });
});

test("adjusting removes the layer and keeps what was typed, discarding removes both", () => {
  const adjusted = walk(placed(), { type: "job.adjusted" });
  assert.deepEqual(adjusted.effects[0], { type: "job.discard", nodeId: "7:7" });
  assert.deepEqual(adjusted.state.text.drafts[digestOf("a")], { 0: "¥169" });
  const discarded = walk(placed(), { type: "job.discarded" });
  assert.deepEqual(discarded.effects[0], { type: "job.discard", nodeId: "7:7" });
  assert.deepEqual(discarded.state.text.drafts[digestOf("a")], {});
});

test("a cut-out hides its original when the person says so, and gives it back when it goes", () => {
  const asked = walk(placed(), { type: "job.original", hidden: true });
  assert.deepEqual(asked.effects, [{ type: "job.original", nodeId: "7:7", visible: false }]);
  // Only the canvas knows whether it did.
  const shown = walk(asked.state, { type: "job.discarded" });
  assert.deepEqual(shown.effects[0], { type: "job.discard", nodeId: "7:7" });
  const hidden = walk(asked.state, { type: "job.original.set", nodeId: "7:7", hidden: true }).state;
  for (const type of ["job.discarded", "job.adjusted"] as const)
    assert.deepEqual(walk(hidden, { type }).effects[0], { type: "job.discard", nodeId: "7:7", withOriginal: true });
  assert.ok(walk(hidden, { type: "job.kept" }).effects.every((e) => e.type !== "job.original"));
});

test("the emptied selection after a removed result does not lose the source", () => {
  const { state } = walk(
    placed(),
    { type: "layer.selection", layers: [layer({ id: "7:7", provenance: "{}" })] },
    { type: "job.adjusted" },
    { type: "layer.selection", layers: [] },
  );
  assert.equal(viewOf(state).kind, "text");
});

test("trying again replaces the layer with a run of the next seed", () => {
  const { effects } = walk(placed(), { type: "job.again", key: "key-00000002", at: 2000 });
  assert.deepEqual(effects.slice(0, 2), [
    { type: "job.discard", nodeId: "7:7" },
    { type: "job.edit", key: "key-00000002", request: { ...request, seed: 8 } },
  ]);
});

test("the selection moving to our result does not leave it; another layer does, and keeps it", () => {
  const ours = walk(placed(), { type: "layer.selection", layers: [layer({ id: "7:7", provenance: "{}" })] });
  assert.equal(viewOf(ours.state).kind, "result");
  const other = walk(
    ours.state,
    { type: "job.compared", shown: false },
    { type: "layer.selection", layers: [layer({ id: "5:5", name: "other" })] },
  );
  assert.deepEqual(other.effects, [
    { type: "job.visible", nodeId: "7:7", visible: true },
    { type: "layer.load", loadId: 2, layer: { id: "5:5", name: "other" } },
    { type: "pictures.release", pictures: [1, 2] },
  ]);
});

test("an emptied row removes its text", () => {
  const { effects } = walk(ready(), { type: "text.edited", index: 0, text: "  " }, APPLY);
  const sent = effects[0]?.type === "job.edit" ? effects[0].request.operations : undefined;
  assert.deepEqual(sent, [{ kind: "text.remove", text: { from: "¥199" } }]);
});

test("what was agreed to goes with the same edit, under a new key", () => {
  const failedWith = (error: EmendError) => walk(running(), { type: "job.changed", job: { id: JOB, status: "failed", error } }).state;
  const consent: EmendError = {
    code: "consent_needed",
    message: "Away.",
    retryable: false,
    details: { engine: "huggingface", host: "hf.co" },
  };
  const agreed: UiEvent = { type: "job.agreed", key: "key-00000002", at: 3000 };
  assert.deepEqual(walk(failedWith(consent), agreed).effects, [
    { type: "job.edit", key: "key-00000002", request: { ...request, allow: ["huggingface"] } },
  ]);
  const question: EmendError = {
    code: "confirmation_needed",
    message: "?",
    retryable: false,
    details: { sensitive: [{ kind: "document", reason: "…" }] },
  };
  assert.deepEqual(walk(failedWith(question), agreed).effects, [
    { type: "job.edit", key: "key-00000002", request: { ...request, confirmed: ["document"] } },
  ]);
  const other: EmendError = { code: "engine_failed", message: "No.", retryable: true };
  assert.deepEqual(walk(failedWith(other), agreed).effects, []);
});
