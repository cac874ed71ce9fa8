import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf, foundText, source } from "../../testing/builders.ts";
import { changesOf } from "./drafts.ts";
import type { Drafts } from "./text-state.ts";
import { labelOfChanges, textWish } from "./text-wish.ts";

// Quads are 80 × 20, pictures 300 × 300: centres (50, 20), (50, 60) and (240, 280).
const three = source({
  texts: [foundText("SALE", { x: 10, y: 10 }), foundText("Summer sale", { x: 10, y: 50 }), foundText("SALE", { x: 200, y: 270 })],
});

const built = (drafts: Drafts, of = source()) => {
  const wish = textWish(of, changesOf(of, drafts));
  return wish.ok ? wish.value.request : wish.error.code;
};

test("a text that reads like no other is named by its words alone, so that a longer wording has room", () => {
  assert.deepEqual(built({ 0: "¥1,169.00" }), {
    source: digestOf("a"),
    operations: [{ kind: "text.replace", text: { from: "¥199", to: "¥1,169.00" } }],
  });
});

test("a text that reads like others is named by its middle too", () => {
  assert.deepEqual(built({ 0: "SOLD", 2: "OUT" }, three), {
    source: digestOf("a"),
    operations: [
      { kind: "text.replace", text: { from: "SALE", to: "SOLD" }, at: { x: 50, y: 20 } },
      { kind: "text.replace", text: { from: "SALE", to: "OUT" }, at: { x: 240, y: 280 } },
    ],
  });
});

test("a text inside a longer one is the longer one's rival, not the other way round", () => {
  assert.deepEqual(built({ 1: "Winter sale" }, three), {
    source: digestOf("a"),
    operations: [{ kind: "text.replace", text: { from: "Summer sale", to: "Winter sale" } }],
  });
});

test("a live text may keep its wording; a box drawn by hand is named by its place", () => {
  const marks = { live: [0], drawn: [1] };
  const wish = textWish(source(), changesOf(source(), { 1: "年度热销" }, marks));
  assert.deepEqual(wish.ok && wish.value.request.operations, [
    { kind: "text.replace", text: { from: "¥199", to: "¥199" }, live: true },
    { kind: "text.replace", text: { from: "新品上市", to: "年度热销" }, at: { x: 140, y: 150 } },
  ]);
});

test("more changes than one edit takes are refused before anything is sent", () => {
  const many = source({ texts: Array.from({ length: 33 }, (_, i) => foundText(`text ${i}`)) });
  const drafts = Object.fromEntries(many.texts.map((_, i) => [i, `new ${i}`]));
  assert.equal(built(drafts, many), "bad_request");
});

test("the label says the first change and how many more there are", () => {
  assert.equal(labelOfChanges(changesOf(source(), { 0: "¥169" })), "¥199 → ¥169");
  assert.equal(labelOfChanges(changesOf(source(), { 0: "", 1: "年度热销" })), "¥199 → ∅ +1");
  assert.equal(labelOfChanges(changesOf(source(), { 0: "x".repeat(80) })).length, 60);
});
