import assert from "node:assert/strict";
import { test } from "node:test";
import { emendError } from "../../../protocol/errors.ts";
import { connected, digestOf, editResult, layer, source, walk } from "../../testing/builders.ts";
import { sharedQuestion } from "../job/agreement.ts";
import type { UiEvent } from "../ui-event.ts";
import { initialState, type UiState } from "../ui-state.ts";
import { secondsLeft } from "./batch-state.ts";

const GO = { key: "key-00000001", at: 1000 };
const KEY = `${GO.key}-0`;
const { placement } = source();
const LINK: UiEvent = { type: "shell.connection", connection: { kind: "connected", port: 17320, companion: "emend" } };
const GONE: UiEvent = { type: "shell.connection", connection: { kind: "searching" } };

function asked(n: number, from: UiState = connected()): ReturnType<typeof walk> {
  const layers = Array.from({ length: n }, (_, i) => layer({ id: `1:${i}`, name: `poster ${i}` }));
  return walk(
    from,
    { type: "layer.selection", layers },
    { type: "batch.instruction", text: " Make it gold " },
    { type: "batch.added", ...GO },
  );
}
const prepared = (key = KEY): UiEvent => ({ type: "batch.prepared", key, sha256: digestOf("a"), placement });
const accepted = (key = KEY, jobId = "job-00000001"): UiEvent => ({ type: "batch.accepted", key, jobId });
const done = (at: number, id = "job-00000001"): UiEvent => ({ type: "batch.job", job: { id, status: "done", result: editResult() }, at });
const kinds = ({ batch }: UiState) => batch.items.map((item) => item.phase.kind);
const types = ({ effects }: ReturnType<typeof walk>) => effects.map((e) => e.type);

test("one layer at a time is exported; the next follows when its picture is with the companion", () => {
  const first = asked(3);
  assert.deepEqual(kinds(first.state), ["preparing", "waiting", "waiting"]);
  const next = walk(first.state, prepared());
  assert.deepEqual(kinds(next.state), ["sending", "preparing", "waiting"]);
  assert.deepEqual(types(next).slice(0, 2), ["batch.edit", "batch.prepare"]);
});

test("results of ours and layers that cannot be edited stay out of a batch", () => {
  const layers = [layer({ id: "1:1", provenance: "{}" }), layer({ id: "1:2", blocked: "too_large" }), layer({ id: "1:3" })];
  const { state } = walk(
    connected(),
    { type: "layer.selection", layers },
    { type: "batch.instruction", text: "x" },
    { type: "batch.added", ...GO },
  );
  assert.deepEqual(
    state.batch.items.map((item) => item.layer.id),
    ["1:3"],
  );
});

test("without a companion layers wait, and go out with the next connection", () => {
  const offline = asked(2, walk(connected(), GONE).state);
  assert.deepEqual(kinds(offline.state), ["waiting", "waiting"]);
  assert.deepEqual(kinds(walk(offline.state, LINK).state), ["preparing", "waiting"]);
});

test("a result is placed once, and remembered until it is", () => {
  const placing = walk(asked(1).state, prepared(), accepted(), done(5000));
  assert.deepEqual(types(placing), ["batch.place"]);
  assert.equal(placing.state.settings.pending?.length, 1);
  assert.deepEqual(walk(placing.state, done(6000)).effects, []);
  const placed = walk(placing.state, { type: "batch.placed", key: KEY, nodeId: "7:7" });
  assert.deepEqual(placed.state.settings.pending, []);
  assert.deepEqual(types(placed), ["shell.settings"]);
});

test("a panel opened again goes on with each item as far as it had come", () => {
  const before = walk(asked(3).state, prepared(), accepted(), prepared(`${GO.key}-1`)).state;
  const opened = walk(initialState("en"), { type: "shell.init", settings: before.settings });
  assert.deepEqual(kinds(opened.state), ["running", "sending", "waiting"]);
  const linked = walk(opened.state, LINK);
  const batch = linked.effects.flatMap((e) =>
    e.type === "batch.watch" ? [e.jobId] : e.type === "batch.edit" || e.type === "batch.prepare" ? [e.key] : [],
  );
  assert.deepEqual(batch, ["job-00000001", `${GO.key}-1`, `${GO.key}-2`]);
});

test("a result whose placing the lost link interrupted is placed at the next one", () => {
  const placing = walk(asked(1).state, prepared(), accepted(), done(5000)).state;
  const lost = walk(placing, GONE, { type: "batch.failed", key: KEY, error: emendError("connection_lost", "Lost.") });
  assert.deepEqual(kinds(lost.state), ["done"]);
  assert.ok(types(walk(lost.state, LINK)).includes("batch.place"));
});

test("a waiting layer moves one place among those that wait; one that is on its way does not", () => {
  const { state } = asked(4);
  const moved = (n: number, by: -1 | 1) =>
    walk(state, { type: "batch.moved", key: `${GO.key}-${n}`, by })
      .state.batch.items.map((item) => item.layer.name.at(-1))
      .join("");
  assert.deepEqual([moved(2, -1), moved(1, 1), moved(2, 1)], ["0213", "0213", "0132"]);
  assert.deepEqual([moved(1, -1), moved(3, 1), moved(0, 1)], ["0123", "0123", "0123"]);
});

test("a layer moves over those that wait no longer", () => {
  const { state } = walk(
    asked(4).state,
    { type: "batch.cancelled", keys: [`${GO.key}-2`] },
    { type: "batch.moved", key: `${GO.key}-3`, by: -1 },
  );
  assert.deepEqual(
    state.batch.items.map((item) => item.layer.name.at(-1)),
    ["0", "3", "2", "1"],
  );
});

test("cancelling stops what runs at the companion, and an answer that comes late is cancelled too", () => {
  const running = walk(asked(1).state, prepared(), accepted()).state;
  assert.ok(walk(running, { type: "batch.cancelled", keys: [KEY] }).effects.some((e) => e.type === "batch.cancel"));
  const late = walk(asked(1).state, prepared(), { type: "batch.cancelled", keys: [KEY] }, accepted());
  assert.deepEqual(late.effects, [{ type: "batch.cancel", jobId: "job-00000001" }]);
});

test("a batch asks for a person's word once, remembers that it asks, and goes on with it", () => {
  const error = emendError("consent_needed", "Away?", {
    details: { engine: "dify", host: "api.dify.ai", price: { amount: 1, currency: "USD" } },
  });
  const asking = walk(asked(2).state, prepared(), { type: "batch.failed", key: KEY, error });
  assert.deepEqual(kinds(asking.state), ["failed", "preparing"]);
  assert.equal(asking.state.settings.pending?.length, 2);
  assert.equal(sharedQuestion(asking.state.batch.items)?.sends[0]?.price?.amount, 1);
  const agreed = walk(asking.state, { type: "batch.agreed", word: { allow: ["dify"], confirmed: [] } }, prepared(`${GO.key}-1`));
  assert.deepEqual(kinds(agreed.state), ["preparing", "sending"]);
  assert.deepEqual(
    agreed.state.settings.pending?.map(({ allow }) => allow),
    [["dify"], ["dify"]],
  );
  const again = walk(agreed.state, prepared(`${KEY}-a`));
  assert.deepEqual(
    again.effects.flatMap((e) => (e.type === "batch.edit" ? [e.key, e.request.allow] : [])),
    [`${KEY}-a`, ["dify"]],
  );
});

test("what failed goes out again under a new key", () => {
  const { state } = walk(
    asked(1).state,
    { type: "batch.failed", key: KEY, error: emendError("text_not_found", "Not there.") },
    { type: "batch.retried", keys: [KEY], suffix: "abcd" },
  );
  assert.deepEqual([state.batch.items[0]?.key, kinds(state)], [`${KEY}-abcd`, ["preparing"]]);
});

test("the time left follows from the pace so far", () => {
  const one = walk(asked(3).state, prepared(), accepted(), done(5000)).state;
  assert.equal(secondsLeft(asked(3).state.batch), undefined);
  // 4 s for the first; it is still to be placed, so three are left.
  assert.equal(secondsLeft(one.batch), 12);
});
