import assert from "node:assert/strict";
import { test } from "node:test";
import { type KeyPress, shortcutEvent } from "./keyboard.ts";
import type { UiState } from "./session/ui-state.ts";
import { editResult, ready, walk } from "./testing/builders.ts";

const GO = { key: "key-00000001", at: 1000 };
const press = (more: Partial<KeyPress>): KeyPress => ({
  key: "",
  code: "",
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  target: { tagName: "BODY" },
  ...more,
});
const meant = (state: UiState, more: Partial<KeyPress>) => shortcutEvent(press(more), state, () => GO);

const running = (): UiState =>
  walk(
    ready(),
    { type: "text.edited", index: 0, text: "¥169" },
    { type: "job.apply", ...GO },
    { type: "job.accepted", key: GO.key, jobId: "job-00000001" },
  ).state;
const placed = (): UiState =>
  walk(
    running(),
    { type: "job.changed", job: { id: "job-00000001", status: "done", result: editResult() } },
    { type: "job.placed", key: GO.key, node: { id: "7:7", note: undefined }, after: 2 },
  ).state;

test("Ctrl+Enter and Cmd+Enter apply, wherever the focus is", () => {
  const target = { tagName: "TEXTAREA" };
  assert.deepEqual(meant(ready(), { key: "Enter", ctrlKey: true, target }), { type: "job.apply", ...GO });
  assert.deepEqual(meant(ready(), { key: "Enter", metaKey: true, target }), { type: "job.apply", ...GO });
  assert.equal(meant(running(), { key: "Enter", ctrlKey: true }), undefined);
});

test("Enter that ends a composition applies nothing", () => {
  assert.equal(meant(ready(), { key: "Enter", ctrlKey: true, isComposing: true }), undefined);
});

test("Escape cancels what runs and nothing else", () => {
  assert.deepEqual(meant(running(), { key: "Escape" }), { type: "job.cancel" });
  assert.equal(meant(ready(), { key: "Escape" }), undefined);
  assert.equal(meant(placed(), { key: "Escape" }), undefined);
});

test("the backslash key switches before and after by its place, but not while typing", () => {
  assert.deepEqual(meant(placed(), { key: "、", code: "Backslash" }), { type: "job.compared", shown: false });
  assert.deepEqual(meant(placed(), { code: "Backslash", target: { tagName: "INPUT", type: "range" } }), {
    type: "job.compared",
    shown: false,
  });
  assert.equal(meant(placed(), { code: "Backslash", target: { tagName: "TEXTAREA" } }), undefined);
  assert.equal(meant(ready(), { code: "Backslash" }), undefined);
});
