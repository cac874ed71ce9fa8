import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { groundPlan } from "./ground-plan.ts";

const TEXTS = ["愚园路", "Yuyuan Rd.", "COFFEE TIME", "Scoffee", "¥199"];
const ground = (operation: Operation) => groundPlan({ instruction: "", operations: [operation] }, TEXTS).operations[0];

test("a thing whose name is written in the picture is that writing", () => {
  const meant = { kind: "text.replace", text: { from: "愚园路", to: "淮海路" } };
  assert.deepEqual(ground({ kind: "object.replace", target: "愚园路", value: "淮海路" }), meant);
  assert.deepEqual(ground({ kind: "object.replace", target: "coffee", value: "tea" }), {
    kind: "text.replace",
    text: { from: "coffee", to: "tea" },
  });
});

test("part of a longer word is not the word", () => {
  const operation: Operation = { kind: "object.replace", target: "fee", value: "price" };
  assert.deepEqual(ground(operation), operation);
});

test("removing takes a whole line only: a cup beside the word coffee stays a cup", () => {
  assert.equal(ground({ kind: "object.remove", target: "coffee" })?.kind, "object.remove");
  assert.deepEqual(ground({ kind: "object.remove", target: "yuyuan rd." }), { kind: "text.remove", text: { from: "yuyuan rd." } });
});

test("things that are not written there, and other kinds, stay what they are", () => {
  for (const operation of [
    { kind: "object.replace", target: "vase", value: "lamp" },
    { kind: "object.recolour", target: "愚园路" },
    { kind: "object.remove" },
  ] as const) {
    assert.deepEqual(ground(operation), operation);
  }
});
