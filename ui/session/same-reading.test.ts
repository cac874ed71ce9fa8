import assert from "node:assert/strict";
import { test } from "node:test";
import { sameReading } from "./same-reading.ts";

test("spaces, letter case and full width do not make another reading", () => {
  assert.equal(sameReading("¥ 169 Now", "￥169now"), true);
});

test("another letter does", () => {
  assert.equal(sameReading("¥169", "¥16g"), false);
});
