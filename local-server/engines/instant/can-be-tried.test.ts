import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../protocol/plan.ts";
import { canBeTried } from "./can-be-tried.ts";
import { families } from "./run-plan.ts";

const drawn = { drawn: true, references: 0 };
const withPicture = { drawn: false, references: 1 };

test("things known by name need a drawn area; marks and corners do not", () => {
  const vase: Operation = { kind: "object.remove", target: "花瓶", where: "left" };
  assert.deepEqual([canBeTried(vase), canBeTried(vase, drawn)], [false, true]);
  assert.equal(canBeTried({ kind: "object.remove", target: "品牌Logo", where: "top-left" }), true);
  assert.equal(canBeTried({ kind: "object.remove", where: "top-left" }), true);
});

test("a new background needs a picture or a colour", () => {
  const beach: Operation = { kind: "background.replace", value: "beach" };
  assert.deepEqual([canBeTried(beach), canBeTried(beach, withPicture)], [false, true]);
  assert.equal(canBeTried({ kind: "background.replace", value: "白色" }), true);
});

test("a tone is for the picture, the ground or what was drawn", () => {
  const sky: Operation = { kind: "tone.adjust", value: "brightness -20%", target: "天空" };
  assert.deepEqual([canBeTried(sky), canBeTried(sky, drawn), canBeTried({ ...sky, target: "背景" })], [false, true, true]);
  assert.equal(canBeTried({ kind: "tone.adjust", value: "fluffy" }), false);
});

test("neighbouring operations of one family run together, the order stays", () => {
  const plan: Operation[] = [{ kind: "text.remove" }, { kind: "text.add" }, { kind: "border.add" }, { kind: "text.replace" }];
  assert.deepEqual(
    families(plan).map((run) => run.map(({ kind }) => kind)),
    [["text.remove", "text.add"], ["border.add"], ["text.replace"]],
  );
});
