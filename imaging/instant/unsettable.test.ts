import assert from "node:assert/strict";
import { test } from "node:test";
import type { FontLibrary } from "../ports.ts";
import { newIn, unsettable } from "./unsettable.ts";

const fonts = {
  faces: () => [{ id: "latin" }, { id: "thai" }],
  covers: (id: string, text: string) => (id === "latin" ? /^[\w ]*$/u : /^[\u0e00-\u0e7f ]*$/u).test(text),
} as unknown as FontLibrary;
const said = (text: string): string | undefined => {
  const refused = unsettable(fonts, text);
  return refused && !refused.ok ? refused.error.message : undefined;
};

test("characters that no font has are named, each once", () => {
  assert.equal(said("Free\ngift ส"), undefined);
  assert.equal(said("Free \u{1F381} gift \u{1F381}"), "No font in the library has “\u{1F381}”.");
});

test("what the old wording has already need not be set", () => {
  assert.equal(newIn("\u{1F525} ¥149", "\u{1F525} ¥199"), "4");
});
