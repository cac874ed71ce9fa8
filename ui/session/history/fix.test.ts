import assert from "node:assert/strict";
import { test } from "node:test";
import type { EditRequest } from "../../../protocol/edit.ts";
import type { HistoryEntry } from "../../../protocol/history.ts";
import { connected, digestOf, editResult, foundText, ready, source, walk } from "../../testing/builders.ts";
import type { UiEvent } from "../ui-event.ts";
import type { UiState } from "../ui-state.ts";

const madeBy = (asked: Partial<EditRequest>): HistoryEntry => ({
  id: 3,
  jobId: "job-00000003",
  createdAt: "2026-11-21T20:00:00.000Z",
  result: editResult({ needsReview: true }),
  recipe: { source: digestOf("a"), ...asked },
});
const ROWS = madeBy({ operations: [{ kind: "text.replace", text: { from: "¥199", to: "¥16" } }] });
const LAYER = {
  nodeId: "7:7",
  page: "Page 1",
  jobId: ROWS.jobId,
  patch: ROWS.result.patch.sha256,
  sourceNode: "1:2",
  sourceName: "poster",
};

function opened(entry: HistoryEntry, state: UiState): UiState {
  const asking = walk(state, { type: "shell.screen", screen: "history" }, { type: "history.refresh" }).state;
  return walk(
    asking,
    { type: "history.listed", asked: asking.history.asked, next: false, entries: [entry] },
    { type: "history.opened", id: 3 },
  ).state;
}
const fixed = (entry: HistoryEntry, state = ready()) =>
  walk(opened(entry, state), { type: "history.fix" }, { type: "history.made", layers: [LAYER] });

/** The corrected edit, up to the result on the canvas. */
function remade(state: UiState): UiState {
  const apply: UiEvent = { type: "job.apply", key: "k".repeat(32), at: 0 };
  const job = { id: "job-00000009", status: "done", result: editResult() } as const;
  const events: readonly UiEvent[] = [
    apply,
    { type: "job.accepted", key: apply.key, jobId: job.id },
    { type: "job.changed", job },
    { type: "job.placed", key: apply.key, node: { id: "8:8", note: undefined }, after: undefined },
  ];
  return walk(state, ...events).state;
}

test("a version from the text list opens there with its wording", () => {
  const { state } = fixed(ROWS);
  assert.deepEqual([state.screen, state.text.drafts[digestOf("a")]], ["text", { 0: "¥16" }]);
  assert.equal(state.history.fixing?.nodeId, "7:7");
});

test("of rows that read alike the one the version pointed at gets the wording", () => {
  const entry = madeBy({ operations: [{ kind: "text.replace", text: { from: "¥199", to: "¥16" }, at: { x: 140, y: 150 } }] });
  const texts = [foundText("¥199"), foundText("¥199", { x: 100, y: 140 })];
  const { state } = fixed(entry, { ...ready(), work: { kind: "ready", source: source({ texts }) } });
  assert.deepEqual(state.text.drafts[digestOf("a")], { 1: "¥16" });
});

test("a version from an instruction opens with its words and its region", () => {
  const region = { x: 1, y: 2, width: 30, height: 40 };
  const { state } = fixed(madeBy({ instruction: "make it gold", region }));
  assert.deepEqual([state.screen, state.instruct.instruction, state.instruct.region], ["instruct", "make it gold", region]);
});

test("without its layer at hand the source is fetched first, then its inputs open", () => {
  const seeking = fixed(ROWS, connected());
  const load = seeking.effects.find((e) => e.type === "layer.load");
  assert.deepEqual(load?.type === "layer.load" && load.layer, { id: "1:2", name: "poster" });
  const { state } = walk(seeking.state, { type: "layer.ready", loadId: seeking.state.lastLoadId, source: source() });
  assert.deepEqual([state.screen, state.text.drafts[digestOf("a")]], ["text", { 0: "¥16" }]);
});

test("a version whose layer is not in this file says so", () => {
  const { state } = walk(opened(ROWS, connected()), { type: "history.fix" }, { type: "history.made", layers: [] });
  assert.deepEqual([state.history.act.kind, state.history.fixing], ["elsewhere", undefined]);
});

test("to be fixed is a decision: it is told, and the inputs open", () => {
  const { effects } = walk(opened(ROWS, ready()), { type: "history.decide", decision: "fix", note: "" });
  assert.deepEqual(
    effects.map((e) => e.type),
    ["history.review", "history.made"],
  );
});

test("the corrected result hides the flagged one, and kept takes its place", () => {
  const result = walk(remade(fixed(ROWS).state), { type: "job.kept" });
  assert.deepEqual(result.effects, [{ type: "job.discard", nodeId: "7:7" }]);
  assert.equal(result.state.history.fixing, undefined);
});

test("a corrected result that is taken away brings the flagged one back", () => {
  const { effects } = walk(remade(fixed(ROWS).state), { type: "job.discarded" });
  assert.deepEqual(effects, [
    { type: "job.discard", nodeId: "8:8" },
    { type: "job.visible", nodeId: "7:7", visible: true },
  ]);
});

test("who leaves the fix leaves the flagged layer as it is", () => {
  const left = walk(fixed(ROWS).state, { type: "history.fix.ended" }).state;
  assert.deepEqual(walk(remade(left), { type: "job.kept" }).effects, []);
});
