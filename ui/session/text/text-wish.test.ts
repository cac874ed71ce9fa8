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

test("one change among texts that read alike is bounded away from them, as widely as possible", () => {
  // Rivals of row 0: row 1 below it (cut half-way, at y = 40) and row 2, which that cut already excludes.
  assert.deepEqual(built({ 0: "SOLD" }, three), {
    source: digestOf("a"),
    operations: [{ kind: "text.replace", text: { from: "SALE", to: "SOLD" } }],
    region: { x: 0, y: 0, width: 300, height: 40 },
  });
});

test("a text inside a longer one is the longer one's rival, not the other way round", () => {
  assert.deepEqual(built({ 1: "Winter sale" }, three), {
    source: digestOf("a"),
    operations: [{ kind: "text.replace", text: { from: "Summer sale", to: "Winter sale" } }],
  });
});

test("several changes among texts that read alike say their third of the picture", () => {
  assert.deepEqual(built({ 0: "SOLD", 2: "OUT" }, three), {
    source: digestOf("a"),
    operations: [
      { kind: "text.replace", text: { from: "SALE", to: "SOLD" }, where: "top-left" },
      { kind: "text.replace", text: { from: "SALE", to: "OUT" }, where: "bottom-right" },
    ],
  });
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
