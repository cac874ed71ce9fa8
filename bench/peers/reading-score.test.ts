import assert from "node:assert/strict";
import { test } from "node:test";
import { scoreReading } from "./reading-score.ts";

test("each true line takes the nearest line read; spaces and widths do not count", () => {
  assert.deepEqual(scoreReading(["夏日 限定", "SALE"], ["SAIE", "夏日限定"]), { lines: 2, exact: 1, characters: 8, errors: 1 });
});

test("a missed line costs all its characters, and nothing more than them", () => {
  assert.deepEqual(scoreReading(["SALE"], []), { lines: 1, exact: 0, characters: 4, errors: 4 });
  assert.equal(scoreReading(["AB"], ["a very long line of something else"]).errors, 2);
});

test("one line read serves one true line only", () => {
  assert.deepEqual(scoreReading(["¥99", "¥99"], ["￥99"]), { lines: 2, exact: 1, characters: 6, errors: 3 });
});
