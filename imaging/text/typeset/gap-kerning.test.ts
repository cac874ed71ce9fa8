import assert from "node:assert/strict";
import { test } from "node:test";
import { PLAIN } from "../../../test/fixtures/lettering.ts";
import type { Ruler } from "../ruler.ts";
import { gapKerning } from "./gap-kerning.ts";

/** A face that draws a word 3 hundredths of an em towards a “y” before it. */
const ruler = { kerning: (_: unknown, pair: string) => (pair === "y " ? -0.03 : 0) } as Ruler;
const setting = { ...PLAIN, sizePx: 50, condense: 1 };

test("what kerning does at spaces is summed over all gaps, letters that share a gap's side too", () => {
  assert.equal(gapKerning(ruler, setting, "lay by y me").toFixed(2), "4.50");
});

test("a string without gaps, without kerned ones, or in a column has none", () => {
  assert.equal(gapKerning(ruler, setting, "yyyy"), 0);
  assert.equal(gapKerning(ruler, setting, "a little"), 0);
  assert.equal(gapKerning(ruler, { ...setting, vertical: true }, "y a"), 0);
});
