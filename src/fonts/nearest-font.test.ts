import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextStyle } from "../../protocol/text-style.ts";
import { nearestFont } from "./nearest-font.ts";

const style = (more: Partial<TextStyle> = {}): TextStyle => ({
  family: "Montserrat",
  weight: 700,
  italic: false,
  sizePx: 40,
  trackingPx: 0,
  condense: 1,
  slant: 0,
  angle: 0,
  align: "left",
  fill: { kind: "solid", colour: "#000000" },
  opacity: 1,
  candidates: [
    { family: "Montserrat", weight: 700, similarity: 0.97 },
    { family: "Poppins", weight: 600, similarity: 0.93 },
  ],
  ...more,
});
const fonts = (...names: readonly string[]): { family: string; style: string }[] =>
  names.map((name) => ({ family: name.split("/")[0]!, style: name.split("/")[1]! }));

test("the fitted family in its nearest weight, upright for upright", () => {
  const there = fonts("Inter/Regular", "Montserrat/Bold Italic", "Montserrat/Semi Bold", "Montserrat/Regular");
  assert.deepEqual(nearestFont(there, style(), "SALE"), { font: { family: "Montserrat", style: "Semi Bold" }, fitted: true });
  assert.equal(nearestFont(there, style({ italic: true }), "SALE")?.font.style, "Bold Italic");
});

test("names that differ only in spaces or in being variable are one family", () => {
  assert.equal(nearestFont(fonts("MontserratVariable/Bold"), style(), "SALE")?.fitted, true);
});

test("without the fitted family the next best candidate, in the weight it was compared in", () => {
  const there = fonts("Inter/Bold", "Poppins/Bold", "Poppins/SemiBold");
  assert.deepEqual(nearestFont(there, style(), "SALE"), { font: { family: "Poppins", style: "SemiBold" }, fitted: false });
});

test("without any candidate Han text gets a Han family, other text the plain one", () => {
  const there = fonts("Inter/Regular", "Inter/Bold", "Noto Sans SC/Bold");
  assert.deepEqual(nearestFont(there, style(), "年度热销")?.font, { family: "Noto Sans SC", style: "Bold" });
  assert.deepEqual(nearestFont(there, style(), "SALE")?.font, { family: "Inter", style: "Bold" });
  assert.equal(nearestFont([], style(), "SALE"), undefined);
});
