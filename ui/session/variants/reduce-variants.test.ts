import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf, editResult, layer, ready, type Walk, walk } from "../../testing/builders.ts";
import type { UiEvent } from "../ui-event.ts";
import { viewOf } from "../view.ts";
import { letterOf } from "./variants-state.ts";

const MAKE: UiEvent = { type: "variants.made", key: "key-00000001", at: 1 };
const FORM: UiEvent = { type: "variants.form", change: { mode: "texts", row: 0, texts: "¥169\n\n¥149\n¥169\n¥99" } };
const made = () => walk(ready(), { type: "shell.screen", screen: "variants" }, FORM, MAKE);
const set = (state: Walk["state"]) => state.variants.set ?? assert.fail("no set");
const finish = (i: number): UiEvent[] => [
  { type: "runs.accepted", key: `key-00000001-${i}`, jobId: `job-0000000${i}` },
  { type: "runs.changed", job: { id: `job-0000000${i}`, status: "done", result: editResult() } },
];
const done = () => walk(made().state, ...finish(0), ...finish(1), ...finish(2)).state;

test("each wording becomes one edit, lettered in order; empty lines and repeats make none", () => {
  const { state, effects } = made();
  const asked = effects.flatMap((e) => (e.type === "runs.edit" ? [e.request] : []));
  assert.deepEqual(
    asked,
    ["¥169", "¥149", "¥99"].map((to) => ({ source: digestOf("a"), operations: [{ kind: "text.replace", text: { from: "¥199", to } }] })),
  );
  assert.deepEqual(Object.values(set(state).letters), ["A", "B", "C"]);
});

test("seeds repeat one instruction, colours restyle one text", () => {
  const seeds = walk(ready(), { type: "variants.form", change: { mode: "seeds", instruction: "a beach", count: 2 } }, MAKE).effects;
  assert.deepEqual(
    seeds.map((e) => e.type === "runs.edit" && e.request.seed),
    [1, 2],
  );
  const colours = walk(ready(), { type: "variants.form", change: { mode: "colours", row: 1, colours: ["#d4af37"] } }, MAKE).effects;
  assert.deepEqual(
    colours.map((e) => e.type === "runs.edit" && e.request.operations),
    [[{ kind: "text.restyle", text: { from: "新品上市" }, style: { colour: "#d4af37" } }]],
  );
});

test("a set stays in view when another layer is selected", () => {
  const { state } = walk(made().state, { type: "layer.selection", layers: [layer({ id: "5:5" })] });
  const view = viewOf(state);
  assert.equal(view.kind === "variants" && view.source.layer.id, "1:2");
});

test("those marked are placed, or all that are finished where none is", () => {
  const placed = (state: Walk["state"]) =>
    walk(state, { type: "variants.place" }).effects.flatMap((e) => (e.type === "variants.place" ? e.variants.map((v) => v.letter) : []));
  assert.deepEqual(placed(walk(made().state, ...finish(1)).state), ["B"]);
  assert.deepEqual(placed(done()), ["A", "B", "C"]);
  assert.deepEqual(placed(walk(done(), { type: "variants.kept", key: "key-00000001-2" }).state), ["C"]);
});

test("a discarded one takes its edit along, leaves the letters of the others, and picks its neighbour", () => {
  const { state, effects } = walk(
    done(),
    { type: "variants.picked", key: "key-00000001-1" },
    { type: "variants.retired", key: "key-00000001-1" },
  );
  assert.deepEqual(
    set(state).keys.map((k) => set(state).letters[k]),
    ["A", "C"],
  );
  assert.equal(set(state).picked, "key-00000001-2");
  assert.deepEqual(state.runs.length, 2);
  assert.ok(effects.every((e) => e.type !== "job.discard"));
});

test("a placed one that is retired goes from the canvas too; the last one closes the set", () => {
  const nodeIds = ["8:1", "8:2", "8:3"];
  const keys = [0, 1, 2].map((i) => `key-00000001-${i}`);
  const placed = walk(done(), { type: "variants.place" }, { type: "variants.placed", nodeIds, keys, note: undefined });
  const { effects } = walk(placed.state, { type: "variants.retired", key: keys[1]! });
  assert.deepEqual(effects[0], { type: "job.discard", nodeId: "8:2" });
  const all = walk(placed.state, ...keys.map((key): UiEvent => ({ type: "variants.retired", key })));
  assert.deepEqual([all.state.variants.set, all.state.runs], [undefined, []]);
});

test("arrows stop at the ends", () => {
  const { state } = walk(
    done(),
    { type: "variants.moved", by: -1 },
    { type: "variants.moved", by: 1 },
    { type: "variants.moved", by: 1 },
    { type: "variants.moved", by: 1 },
  );
  assert.equal(set(state).picked, "key-00000001-2");
});

test("letters go on after Z", () => {
  assert.deepEqual([0, 25, 26, 27, 52].map(letterOf), ["A", "Z", "AA", "AB", "BA"]);
});
