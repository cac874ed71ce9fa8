import assert from "node:assert/strict";
import { test } from "node:test";
import { textLine } from "../../test/fixtures/text-line.ts";
import { createMask } from "../raster/raster.ts";
import { createBlock, joinBlock, kinOf } from "./block.ts";

const first = textLine("World Health", { cx: 200, cy: 100, width: 220, height: 40 });
const inked = (i: number) => {
  const painted = createMask(40, 30);
  painted.data[i] = 255;
  return { painted };
};

test("a line close below of the same height is kin; one far off, or much larger, is not", () => {
  const block = createBlock();
  joinBlock(block, { line: first, text: "World Health", family: "Fira Sans", replaced: inked(1) });
  assert.equal(kinOf(block, textLine("Organization", { cx: 205, cy: 148, width: 230, height: 42 }))?.family, "Fira Sans");
  assert.equal(kinOf(block, textLine("far", { cx: 205, cy: 300, width: 230, height: 42 })), undefined);
  assert.equal(kinOf(block, textLine("large", { cx: 205, cy: 148, width: 230, height: 80 })), undefined);
});

test("kin in another family is told, and the new ink of all lines is kept in mind", () => {
  const block = createBlock();
  const below = textLine("Organization", { cx: 205, cy: 148, width: 230, height: 42 });
  assert.equal(joinBlock(block, { line: first, text: "World Health", family: "Fira Sans", replaced: inked(1) }), undefined);
  const told = joinBlock(block, { line: below, text: "Organization", family: "Roboto Condensed", replaced: inked(5) });
  assert.match(told ?? "", /Fira Sans.*Roboto Condensed/);
  assert.deepEqual([...(block.standing?.data.slice(0, 7) ?? [])], [0, 255, 0, 0, 0, 255, 0]);
});
