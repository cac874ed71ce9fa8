import assert from "node:assert/strict";
import { test } from "node:test";
import type { FontFace } from "../ports.ts";
import type { FitCandidate } from "../text/fit/fit.ts";
import { trustsBearings } from "./replace-line.ts";

const fit = (similarity: number, seenAlike: number) => {
  const best = { similarity, face: {} as FontFace, setting: {} } as FitCandidate;
  return { candidates: [best], seenAlike } as const;
};

test("the type is known where the fit lies well, or where the line drawn again looks as it did though its colours hide parts of it from the fit", () => {
  assert.equal(trustsBearings(fit(0.8, 0.7)), true);
  assert.equal(trustsBearings(fit(0.69, 0.96)), true);
  assert.equal(trustsBearings(fit(0.69, 0.88)), false);
});
