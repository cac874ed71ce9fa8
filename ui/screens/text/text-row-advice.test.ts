import assert from "node:assert/strict";
import { test } from "node:test";
import { isMuchLonger, isUnsure } from "./text-row-advice.ts";

test("a Han character counts as two Latin letters", () => {
  assert.equal(isMuchLonger("SALE", "限时促销活动"), true); // 4 → 12
  assert.equal(isMuchLonger("新品上市", "New in now"), false); // 8 → 10
});

test("one or two letters more are no reason to warn", () => {
  assert.equal(isMuchLonger("¥9", "¥169"), false);
});

test("a reading below 85 % is unsure", () => {
  assert.deepEqual([isUnsure({ confidence: 0.84 }), isUnsure({ confidence: 0.85 })], [true, false]);
});
