import assert from "node:assert/strict";
import { test } from "node:test";
import { createPress } from "../../../test/fixtures/lettering.ts";
import { lineFrame } from "../frame.ts";
import { levelledFrame } from "./level.ts";

const press = createPress();
const degrees = (d: number): number => (d * Math.PI) / 180;

/** A line drawn at one angle, seen in a box at another. */
async function levelled(text: string, at: { drawn: number; boxed: number }): Promise<number> {
  const { coverage, region } = await press.letter({ text, angle: degrees(at.drawn) });
  const { width, height } = region.rect;
  const box = { cx: width / 2, cy: height / 2, width: width - 80, height: 60, angle: degrees(at.boxed) };
  return (levelledFrame(coverage, lineFrame(box, { x: 0, y: 0, width, height })).angle * 180) / Math.PI;
}

test("a level line in a leaning box is taken for level", async () => {
  for (const text of ["Summer", "Harbour Fair", "Typography"]) assert.equal(await levelled(text, { drawn: 0, boxed: 2.6 }), 0);
});

test("a turned line keeps its box's angle, or gets its own within a degree", async () => {
  assert.ok(Math.abs((await levelled("Harbour Fair", { drawn: 9, boxed: 9 })) - 9) < 0.6);
  assert.ok(Math.abs((await levelled("Harbour Fair", { drawn: 9, boxed: 6.5 })) - 9) < 1);
});
