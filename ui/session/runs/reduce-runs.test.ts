import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type EmendError, emendError } from "../../../protocol/errors.ts";
import { editResult, ready, source, type Walk, walk } from "../../testing/builders.ts";
import { sharedQuestion } from "../job/agreement.ts";
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
const job = (key: string, status: "running" | "done" | "failed", error?: EmendError): UiEvent => ({
  type: "runs.changed",
  job: { id: `job-0000000${key}`, status, ...(status === "done" && { result: editResult() }), ...(error && { error }) },
});
const sent = (effects: Walk["effects"]) => effects.flatMap((e) => (e.type === "runs.edit" ? [e.jobKey] : []));
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

test("what failed keeps its name and goes out again as another job: the old one is that failure for ever", () => {
  const failed = walk(started().state, accept("a"), job("a", "failed"));
  const { state, effects } = walk(failed.state, { type: "runs.retried", keys: ["a"] });
  assert.equal(state.runs[0]?.key, "a");
  assert.deepEqual(sent(effects), []);
  assert.deepEqual(sent(walk(state, accept("b")).effects), ["a-r1"]);
});

describe("a person's word", () => {
  const asks = (id: string) =>
    job(id, "failed", emendError("confirmation_needed", "Sure?", { details: { sensitive: [{ kind: "document" }] } }));
  const word = { allow: [], confirmed: ["document" as const] };
  const asking = () => walk(started().state, ...KEYS.map(accept), asks("a"));

  test("is asked for once, whatever the number of edits", () => {
    const { state } = walk(asking().state, asks("b"));
    const question = sharedQuestion(state.runs);
    assert.deepEqual([question?.keys, question?.confirmed], [["a", "b"], ["document"]]);
  });

  test("sends those that wait for it again, and those that fail for it later by themselves", () => {
    const agreed = walk(asking().state, { type: "runs.agreed", keys: ["a", "b", "c"], word });
    const [first] = agreed.effects;
    assert.ok(first?.type === "runs.edit");
    assert.deepEqual([first.jobKey, first.request.confirmed], ["a-r1", ["document"]]);
    const later = walk(agreed.state, asks("b"));
    assert.deepEqual(
      later.effects.flatMap((e) => (e.type === "runs.edit" ? [e.jobKey, e.request.confirmed] : [])),
      ["b-r1", ["document"]],
    );
    assert.equal(sharedQuestion(later.state.runs), undefined);
  });

  test("that does not help is not given for ever", () => {
    let at = walk(asking().state, { type: "runs.agreed", keys: ["a"], word });
    for (let i = 0; i < 3; i++) at = walk(at.state, accept("a"), asks("a"));
    assert.equal(at.state.runs[0]?.phase.kind, "failed");
  });

  test("can be withheld: then they are left out", () => {
    const { state } = walk(asking().state, { type: "runs.cancelled", keys: ["a"] });
    assert.equal(state.runs[0]?.phase.kind, "cancelled");
    assert.equal(sharedQuestion(state.runs), undefined);
  });
});
