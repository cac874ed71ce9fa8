import assert from "node:assert/strict";
import { test } from "node:test";
import type { LiveText } from "../../protocol/bridge.ts";
import { leftOutNote } from "./left-out-note.ts";

const text = (more: Partial<LiveText["style"]> = {}): LiveText => {
  const p = { x: 0, y: 0 };
  const style: LiveText["style"] = {
    family: "Inter",
    weight: 700,
    italic: false,
    sizePx: 28,
    trackingPx: 0,
    condense: 1,
    slant: 0,
    angle: 0,
    align: "left",
    fill: { kind: "solid", colour: "#000000" },
    opacity: 1,
    candidates: [],
    ...more,
  };
  return { characters: "SALE", ink: [p, p, p, p], style };
};

test("plain type is kept whole, so nothing is said; a slanted italic is as Figma has it", () => {
  assert.equal(leftOutNote([text(), text({ italic: true, slant: 0.2 })]), undefined);
});

test("what Figma has no words for is named, once for all texts", () => {
  assert.equal(
    leftOutNote([text({ condense: 0.9 }), text({ condense: 1.2, slant: 0.2 })]),
    "Live text in Figma leaves out the letters' width, their slant; as a picture they are kept.",
  );
});
