import assert from "node:assert/strict";
import { test } from "node:test";
import { isRightToLeft, joinsLetters } from "./writing.ts";

test("the first letter tells which way a line is written, whatever stands before it", () => {
  for (const text of ["مجموعة الربيع", "50% הנחה", "“שלום”", "2026 صيف"]) assert.ok(isRightToLeft(text), text);
  for (const text of ["Sale", "¥199", "", "iPhone חדש", "新品", "!"]) assert.ok(!isRightToLeft(text), text);
});

test("letters that join their neighbours are known", () => {
  assert.deepEqual(["صيف", "नया", "קיץ", "Sale"].map(joinsLetters), [true, true, false, false]);
});
