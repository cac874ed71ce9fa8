import assert from "node:assert/strict";
import { test } from "node:test";
import { editResult, ready, source, type Walk, walk } from "../../testing/builders.ts";
import { reduce } from "../reduce.ts";
import type { UiEvent } from "../ui-event.ts";
import { startRuns } from "./reduce-runs.ts";
import type { ManyRun } from "./runs-state.ts";

const run = (key: string): Omit<ManyRun, "phase"> => ({
  key,
  owner: "variants",
  startedAt: 0,
  source: source(),
  request: { source: source().sha256, instruction: key },
  label: key,
});
const KEYS = ["a", "b", "c", "d", "e", "f"];
const started = () => startRuns(ready(), KEYS.map(run));
const accept = (key: string): UiEvent => ({ type: "runs.accepted", key, jobId: `job-0000000${key}` });
const job = (key: string, status: "running" | "done" | "failed"): UiEvent => ({
  type: "runs.changed",
  job: { id: `job-0000000${key}`, status, ...(status === "done" && { result: editResult() }) },
});
const sent = (effects: Walk["effects"]) => effects.flatMap((e) => (e.type === "runs.edit" ? [e.key] : []));
const phases = (state: Walk["state"]) => state.runs.map((r) => r.phase.kind);

test("a few go out at a time, the next one when one is acknowledged", () => {
  const first = started();
  assert.deepEqual(sent(first.effects), ["a", "b", "c", "d"]);
  assert.deepEqual(sent(walk(first.state, accept("b")).effects), ["e"]);
});

test("a finished one asks for its preview, which is released where the run is gone by then", () => {
  const done = walk(started().state, accept("a"), job("a", "done"));
  assert.deepEqual(
    done.effects.map((e) => e.type),
    ["runs.picture"],
  );
  const late = walk(done.state, { type: "runs.pictured", key: "gone", picture: 9 });
  assert.deepEqual(late.effects, [{ type: "pictures.release", pictures: [9] }]);
  const shown = reduce(done.state, { type: "runs.pictured", key: "a", picture: 9 });
  assert.deepEqual(shown.state.runs[0]?.phase.kind === "done" && shown.state.runs[0].phase.picture, 9);
});

test("cancelling tells the companion of those it knows and lets the waiting ones go", () => {
  const { state, effects } = walk(started().state, accept("a"), { type: "runs.cancelled", keys: ["a", "b", "f"] });
  assert.deepEqual(
    effects.filter((e) => e.type === "runs.cancel"),
    [{ type: "runs.cancel", jobId: "job-0000000a" }],
  );
  assert.deepEqual([phases(state)[0], phases(state)[1], phases(state)[5]], ["cancelled", "cancelled", "cancelled"]);
  assert.deepEqual(walk(state, accept("b")).effects, [{ type: "runs.cancel", jobId: "job-0000000b" }]);
});

test("after a lost link the unanswered go out again under their keys, the running are watched, the waiting wait for their turn", () => {
  const before = walk(started().state, accept("a"), { type: "shell.connection", connection: { kind: "searching" } });
  const { effects } = walk(before.state, { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } });
  assert.deepEqual(
    effects.filter((e) => e.type === "runs.watch"),
    [{ type: "runs.watch", key: "a", jobId: "job-0000000a" }],
  );
  assert.deepEqual(sent(effects), ["b", "c", "d", "e"]);
});

test("what failed goes out again under a new key: the old one is that failure for ever", () => {
  const failed = walk(started().state, accept("a"), job("a", "failed"));
  const { state, effects } = walk(failed.state, { type: "runs.retried", keys: ["a"], suffix: "again" });
  assert.equal(state.runs[0]?.key, "a-again");
  assert.deepEqual(sent(effects), []);
  assert.deepEqual(sent(walk(state, accept("b")).effects), ["a-again"]);
});
