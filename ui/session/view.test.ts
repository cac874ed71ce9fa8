import assert from "node:assert/strict";
import { test } from "node:test";
import type { Connection } from "../connection/connection-state.ts";
import { connected, layer, ready, walk } from "../testing/builders.ts";
import { initialState, type UiState } from "./ui-state.ts";
import { readProvenance, viewOf } from "./view.ts";

const started = (connection: Connection): UiState =>
  walk(initialState("en"), { type: "shell.init", settings: {} }, { type: "shell.connection", connection }).state;
const now = (state: UiState, connection: Connection): string => viewOf(walk(state, { type: "shell.connection", connection }).state).kind;

test("before the main thread has spoken nothing is asked of the person", () => {
  assert.equal(viewOf(initialState("en")).kind, "starting");
});

test("whatever only a person can mend brings the connect screen", () => {
  const states: Connection[] = [
    { kind: "unpaired", port: 17320 },
    { kind: "refused", port: 17320 },
    { kind: "mismatch", port: 17320, theirs: 2 },
    { kind: "unreachable", diagnosis: "not_running" },
  ];
  assert.deepEqual(
    states.map((connection) => viewOf(started(connection)).kind),
    ["connect", "connect", "connect", "connect"],
  );
});

test("a companion that goes away does not take the work off the table, a token that no longer holds does", () => {
  assert.equal(now(ready(), { kind: "unreachable", diagnosis: "not_running" }), "text");
  assert.equal(now(ready(), { kind: "searching" }), "text");
  assert.equal(now(ready(), { kind: "refused", port: 17320 }), "connect");
});

test("a layer of ours is known by its provenance, also where that cannot be read", () => {
  const { state } = walk(connected(), { type: "layer.selection", layers: [layer({ provenance: "{" })] });
  const view = viewOf(state);
  assert.deepEqual(view.kind === "ours" && [view.layer.id, view.provenance], ["1:2", undefined]);
  assert.equal(readProvenance('{"version":2}'), undefined);
});
