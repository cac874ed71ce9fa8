import assert from "node:assert/strict";
import { test } from "node:test";
import { type Findings, judge, REASONS, sentenceFor } from "./judge.ts";

const CLEAN: Findings = {
  outside: { pixels: 1000, changed: 0, maxDiff: 0 },
  changedShare: 0.4,
  seam: { ratio: 1.1, excess: 0.3 },
  colour: 1,
  texts: [{ wanted: "¥169", readBack: "￥169", reconstruction: 0.95, holdOutError: 1.2 }],
};
const text = (more: object) => ({ ...CLEAN, texts: [{ wanted: "SALE", readBack: "SALE", reconstruction: 1, ...more }] });

test("a clean edit needs no review and keeps the reconstruction as confidence", () => {
  assert.deepEqual(judge(CLEAN), { reasons: [], confidence: 0.95, needsReview: false });
});

test("what was not measured is not judged", () => {
  assert.deepEqual(judge({ outside: CLEAN.outside }), { reasons: [], confidence: 1, needsReview: false });
});

test("each defect gives its own reason", () => {
  const reasonsOf = (f: Findings) => judge(f).reasons;
  assert.deepEqual(reasonsOf({ ...CLEAN, outside: { pixels: 9, changed: 1, maxDiff: 1 } }), ["outside_changed"]);
  assert.deepEqual(reasonsOf({ ...CLEAN, changedShare: 0 }), ["nothing_changed"]);
  assert.deepEqual(reasonsOf({ ...CLEAN, seam: { ratio: 4, excess: 12 } }), ["seam_visible"]);
  assert.deepEqual(reasonsOf({ ...CLEAN, colour: 9 }), ["colour_off"]);
  assert.deepEqual(reasonsOf(text({ readBack: "S4LE" })), ["read_back_doubtful"]);
  assert.deepEqual(reasonsOf(text({ readBack: "XXXX" })), ["read_back_differs"]);
  assert.deepEqual(reasonsOf(text({ reconstruction: 0.5 })), ["reconstruction_low"]);
  assert.deepEqual(reasonsOf(text({ holdOutError: 30 })), ["plate_unsure"]);
});

test("a strong ratio on an invisible step is no seam", () => {
  assert.deepEqual(judge({ ...CLEAN, seam: { ratio: 4, excess: 3 } }).reasons, []);
});

test("reasons come once and in order, and every doubt lowers the confidence", () => {
  const both = judge({ ...CLEAN, colour: 9, texts: [...text({ readBack: "XXXX" }).texts, ...text({ readBack: "YYYY" }).texts] });
  assert.deepEqual(both.reasons, ["colour_off", "read_back_differs"]);
  assert.ok(both.confidence < judge({ ...CLEAN, colour: 9 }).confidence);
  assert.equal(judge({ ...CLEAN, outside: { pixels: 9, changed: 1, maxDiff: 1 } }).confidence, 0);
});

test("every reason has a sentence", () => {
  for (const reason of REASONS) assert.match(sentenceFor(reason), /^[A-Z].*\.$/);
});
