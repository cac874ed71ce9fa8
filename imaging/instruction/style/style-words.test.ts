import assert from "node:assert/strict";
import { test } from "node:test";
import { phraseOf } from "../phrase/phrase.ts";
import { colourOf, shade } from "./colour.ts";
import { wholeStyle } from "./style-words.ts";

const style = (text: string) => wholeStyle(phraseOf(text));

test("colours resolve from names of both languages, hex and rgb()", () => {
  for (const [name, hex] of [
    ["红色", "#ff0000"],
    ["酒红色", "#722f37"],
    ["navy", "#000080"],
    ["#fa0", "#ffaa00"],
    ["rgb(0, 128, 255)", "#0080ff"],
    ["light blue", "#add8e6"],
  ] as const)
    assert.equal(colourOf(name), hex, name);
});

test("a word that only contains a colour is none", () => {
  for (const word of ["红包", "金牌", "银行", "redo", "goldfish"]) assert.equal(colourOf(word), undefined, word);
});

test("shading goes to white, to black, and nowhere at zero", () => {
  assert.equal(shade("#336699", 1), "#ffffff");
  assert.equal(shade("#336699", -1), "#000000");
  assert.equal(shade("#336699", 0), "#336699");
});

test("several wishes in one phrase are all read", () => {
  assert.deepEqual(style("in bold, italic and 48px"), { weight: 700, italic: true, size: 48 });
  assert.deepEqual(style("加粗并居中，颜色改为白色"), { weight: 700, align: "center", colour: "#ffffff" });
});

test("so many pixels larger or smaller are no size of their own", () => {
  for (const text of ["4px larger", "大4px", "字号加大4像素", "font size +4px"]) assert.deepEqual(style(text), { sizeBy: 4 }, text);
  assert.deepEqual(style("缩小2px"), { sizeBy: -2 });
  for (const text of ["字号调大到48px", "大小48px", "48px"]) assert.deepEqual(style(text), { size: 48 }, text);
});

test("an outline's colour is not the letters' colour", () => {
  assert.deepEqual(style("white with a 3px black outline"), { colour: "#ffffff", outline: { colour: "#000000", widthPx: 3 } });
});

test("a phrase that says anything else is no style", () => {
  for (const text of ["红包", "bold decisions", "a red car", "春季特惠"]) assert.equal(style(text), undefined, text);
});
