import assert from "node:assert/strict";
import { test } from "node:test";
import { createMask, createRaster } from "../../imaging/raster/raster.ts";
import type { Plan } from "../../protocol/plan.ts";
import { judgeEdit } from "./judge-edit.ts";

const ORDER: Plan = { instruction: "change 8 to 9 qwerty", operations: [{ kind: "text.replace", text: { from: "8", to: "9" } }] };

/** A result that differs from its source in one allowed pixel, made by an engine that is sure. */
function judged(plan: Plan) {
  const [source, result, mask] = [createRaster(40, 40), createRaster(40, 40), createMask(40, 40)];
  result.data[0] = 9;
  mask.data[0] = 255;
  const output = { image: result, mask, confidence: 0.99, reasons: [], warnings: [], texts: [], answers: [] };
  return judgeEdit({ inputs: { source }, plan, output } as never, { result, mask } as never, false);
}

test("words of an order that were not understood make its result one to look at", () => {
  assert.equal(judged(ORDER).needsReview, false);
  const half = judged({ ...ORDER, clarify: "What does “qwerty” mean here?" });
  assert.equal(half.needsReview, true);
  assert.deepEqual(half.reasons, ["What does “qwerty” mean here?"]);
});
