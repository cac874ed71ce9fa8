import assert from "node:assert/strict";
import { test } from "node:test";
import type { EmendError, Result } from "../../protocol/errors.ts";
import type { Operation } from "../../protocol/plan.ts";
import { textLine } from "../../test/fixtures/text-line.ts";
import type { TextLine } from "../text/types.ts";
import type { InkColours } from "./ink-colours.ts";
import type { LineEdit } from "./line-edit.ts";
import { liesAt, lineEdits } from "./targets.ts";

const SIZE = { width: 900, height: 900 };
const at = (string: string, cx: number, cy: number, height = 40): TextLine =>
  textLine(string, { cx, cy, width: 0.5 * height * [...string].length, height });

const POSTER = [at("SUMMER FAIR", 450, 120, 110), at("Food and music", 450, 260, 50), at("¥199", 150, 700, 80), at("2025.07.12", 700, 820)];

const edits = (
  operation: Operation,
  lines: readonly TextLine[] = POSTER,
  region?: { x: number; y: number; width: number; height: number },
) => lineEdits(operation, { lines, region, size: SIZE });

function good(result: Result<readonly LineEdit[]>): readonly LineEdit[] {
  assert.ok(result.ok, result.ok ? "" : result.error.message);
  return result.value;
}
function bad(result: Result<readonly LineEdit[]>): EmendError {
  assert.ok(!result.ok);
  return result.error;
}
const replace = (from: string, to: string, more: Partial<Operation> = {}): Operation => ({
  kind: "text.replace",
  text: { from, to },
  ...more,
});

test("a whole line is set anew and remembers how the person spelled it", () => {
  assert.deepEqual(good(edits(replace("￥199", "¥169"))), [{ line: POSTER[2], text: "¥169", spelled: "￥199" }]);
});

test("a part of a line is exchanged within it", () => {
  assert.deepEqual(good(edits(replace("music", "jazz"))), [{ line: POSTER[1], text: "Food and jazz" }]);
});

test("where the old wording has a joint of its own, the line tells where it ends", () => {
  const lines = [at("Add to library", 300, 100), at("Sale", 300, 200)];
  assert.deepEqual(
    good(edits(replace("Add", "library to Share this song"), lines)).map((e) => [e.line.string, e.text]),
    [["Add to library", "Share this song"]],
  );
  assert.deepEqual(
    good(edits(replace("Add", "Back to library"), lines)).map((e) => e.text),
    ["Back to library to library"],
  );
  assert.deepEqual(
    good(edits(replace("Sale", "library to go"), lines)).map((e) => e.text),
    ["library to go"],
  );
});

test("a word of the wording that was taken for one of the order is not set twice, and a sign not read is spelled", () => {
  const lines = [at("From 25", 300, 100), at("1250", 300, 200)];
  assert.deepEqual(good(edits(replace("£25", "From £30"), lines)), [{ line: lines[0], text: "From £30", spelled: "From £25" }]);
  assert.deepEqual(good(edits(replace("£25", "£30"), lines)), [{ line: lines[0], text: "From £30", spelled: "From £25" }]);
  assert.equal(bad(edits(replace("£25", "£30"), [lines[1]!])).code, "text_not_found");
});

test("removing a line asks for nothing in its place, restyling for the same string", () => {
  assert.equal(good(edits({ kind: "text.remove", text: { from: "¥199" } }))[0].text, "");
  assert.equal(good(edits({ kind: "text.restyle", text: { from: "¥199" }, style: { colour: "#ff0000" } }))[0].text, "¥199");
});

test("a text that is not there is an error that lists what is", () => {
  const error = bad(edits(replace("Winter sale", "x")));
  assert.equal(error.code, "text_not_found");
  assert.deepEqual(
    error.details?.texts,
    POSTER.map((l) => l.string),
  );
  for (const line of POSTER) assert.ok(error.message.includes(line.string));
  assert.match(bad(edits(replace("a", "b"), [])).message, /No text was found/);
});

test("digits are not misread: another price is not the wanted one", () => {
  assert.equal(bad(edits(replace("¥198", "¥169"))).code, "text_not_found");
});

test("a text in several places is an error that lists the places", () => {
  const twice = [...POSTER, at("¥199", 750, 300)];
  const error = bad(edits(replace("¥199", "¥169"), twice));
  assert.equal(error.code, "text_ambiguous");
  assert.deepEqual(error.details?.places, [
    { string: "¥199", quad: twice[2].quad },
    { string: "¥199", quad: twice[4].quad },
  ]);
});

test("the place said or the region drawn tells equal texts apart", () => {
  const twice = [...POSTER, at("¥199", 750, 300)];
  assert.equal(good(edits(replace("¥199", "¥1", { where: "bottom-left" }), twice))[0].line, twice[2]);
  assert.equal(good(edits(replace("¥199", "¥1"), twice, { x: 600, y: 200, width: 250, height: 200 }))[0].line, twice[4]);
  assert.equal(bad(edits(replace("¥199", "¥1"), POSTER, { x: 600, y: 0, width: 300, height: 300 })).code, "text_not_found");
});

test("roles name lines: the title is the largest, the price has a currency, the date its digits", () => {
  const role = (target: string) => good(edits({ kind: "text.restyle", target, style: { weight: 900 } })).map((e) => e.line.string);
  assert.deepEqual(role("标题"), ["SUMMER FAIR"]);
  assert.deepEqual(role("the subtitle"), ["¥199"]);
  assert.deepEqual(role("价格"), ["¥199"]);
  assert.deepEqual(role("date"), ["2025.07.12"]);
  assert.deepEqual(role("所有文字").length, POSTER.length);
  assert.equal(bad(edits({ kind: "text.restyle", target: "vase", style: { weight: 900 } })).code, "text_not_found");
});

test("a sign the reader has no letter for does not hide the line", () => {
  const lines = [at("25", 300, 300), at("Only 25 left", 300, 400)];
  assert.deepEqual(good(edits(replace("€25", "€30"), lines)), [{ line: lines[0], text: "€30", spelled: "€25" }]);
});

test("a text over two lines is dealt out to them", () => {
  const lines = [at("Summer night", 400, 300), at("street market", 400, 350)];
  const dealt = good(edits(replace("Summer night street market", "Winter night craft market"), lines));
  assert.deepEqual(
    dealt.map((e) => e.text),
    ["Winter night", "craft market"],
  );
});

test("of an amount and its unit in two texts only what changes is set anew", () => {
  const lines = [at("168", 400, 300), at("元", 440, 300)];
  const texts = (to: string) => good(edits(replace("168元", to), lines)).map((e) => [e.line.string, e.text]);
  assert.deepEqual(texts("128元"), [["168", "128"]]);
  assert.deepEqual(texts("168块"), [["元", "块"]]);
});

test("line breaks in the new text say which line holds what; rows too many stand below the last", () => {
  const lines = [at("Summer night", 400, 300), at("street market", 400, 350)];
  const texts = (to: string) => good(edits(replace("Summer night street market", to), lines)).map((e) => e.text);
  assert.deepEqual(texts("Winter\nnight craft market"), ["Winter", "night craft market"]);
  assert.deepEqual(texts("Winter\nnight\nmarket"), ["Winter", "night\nmarket"]);
});

test("the nine places divide the picture in thirds", () => {
  const line = at("x", 100, 450);
  assert.ok(liesAt(line, "left", SIZE) && liesAt(line, "center", SIZE));
  assert.ok(!liesAt(line, "right", SIZE) && !liesAt(line, "top-left", SIZE));
  assert.ok(liesAt(at("x", 850, 30), "top-right", SIZE) && liesAt(at("x", 850, 30), "top", SIZE));
});

test("of several that read alike, a count in reading order or a point on it says which", () => {
  const lines = [at("¥199", 150, 100), at("¥199", 450, 400), at("¥199", 750, 700)];
  assert.equal(good(edits(replace("¥199", "¥169", { nth: 2 }), lines))[0].line, lines[1]);
  assert.equal(good(edits(replace("¥199", "¥169", { nth: -1 }), lines))[0].line, lines[2]);
  assert.equal(good(edits(replace("¥199", "¥169", { at: { x: 740, y: 690 } }), lines))[0].line, lines[2]);
  assert.equal(bad(edits(replace("¥199", "¥169", { nth: 4 }), lines)).code, "text_not_found");
  assert.equal(bad(edits(replace("¥199", "¥169"), lines)).code, "text_ambiguous");
});

test("a wording meant wherever it stands is exchanged in every line, and as often as it stands in one", () => {
  const lines = [at("2024 – 2024", 400, 100), at("Tour 2024", 400, 300), at("2024", 400, 500)];
  const texts = good(edits(replace("2024", "2025", { value: "all" }), lines)).map((edit) => edit.text);
  assert.deepEqual(texts, ["2025 – 2025", "Tour 2025", "2025"]);
  assert.equal(good(edits(replace("2024", "2025"), lines)).length, 1, "else the line that is nothing but it is meant");
  const gone = good(edits({ kind: "text.remove", text: { from: "2024" }, value: "all" }, lines)).map((edit) => edit.text);
  assert.deepEqual(gone, [" – ", "Tour ", ""]);
  const red = good(edits({ kind: "text.restyle", text: { from: "2024" }, value: "all", style: { colour: "#ff0000" } }, lines));
  assert.deepEqual(
    red.map((edit) => edit.text),
    ["2024", "2024", "2024", "2024"],
  );
});

test("of several, those in the part that is named are meant; where it holds none, all are", () => {
  const autumn = [at("SUMMER FAIR", 450, 120, 110), at("a SUMMER to remember", 450, 400, 40), at("SUMMER prices", 450, 700, 40)];
  const meant = (target: string, value?: string) =>
    good(edits(replace("SUMMER", "AUTUMN", { target, ...(value === undefined ? {} : { value }) }), autumn)).map(({ line }) =>
      autumn.indexOf(line),
    );
  assert.deepEqual(meant("标题"), [0]);
  assert.deepEqual(meant("title", "all"), [0]);
  assert.deepEqual(meant("all text except the title", "all"), [1, 2]);
  assert.deepEqual(meant("vase", "all"), [0, 1, 2]);
});

test("of several, those of the colour that is named are meant, and the one farthest to the side that is", () => {
  const buttons = [at("Buy now", 500, 100), at("Buy now", 800, 100), at("Buy now", 800, 800)];
  const inkOf = (line: TextLine): InkColours => ({ overall: line === buttons[1] ? [0, 80, 220] : [20, 20, 20] });
  const meant = (more: Partial<Operation>) => lineEdits(replace("Buy now", "Shop", more), { lines: buttons, size: SIZE, inkOf });
  assert.equal(good(meant({ target: "blue text" }))[0].line, buttons[1]);
  assert.equal(good(meant({ where: "left" }))[0].line, buttons[0]);
  assert.equal(bad(meant({ where: "right" })).code, "text_ambiguous");
});

test("of writing in a script the reader does not know it is said that it is not read", () => {
  assert.match(bad(edits(replace("Добро пожаловать", "Hi"))).help ?? "", /other scripts/u);
  assert.match(bad(edits(replace("café ¥5", "Hi"))).help ?? "", /Pick one/u);
});

test("a line set to nothing but spaces is erased; a space within it is kept", () => {
  assert.equal(good(edits(replace("Food and music", " \u3000 ")))[0].text, "");
  assert.equal(good(edits(replace(".07.", " ")))[0].text, "2025 12");
});
