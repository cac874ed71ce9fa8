import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextLine } from "../text/types.ts";
import { recased, unsupportedEffect } from "./letter-case.ts";
import { linesInRole } from "./text-roles.ts";

const line = (string: string, height: number): TextLine => ({ string, box: { cx: 0, cy: 0, width: 100, height, angle: 0 } }) as TextLine;
const POSTER = [
  line("SUMMER SALE", 90),
  line("From Monday", 40),
  line("包邮到家", 38),
  line("www.example.com", 14),
  line("terms apply", 12),
];
const named = (target: string): string[] | undefined => linesInRole(target, POSTER)?.map(({ string }) => string);

test("a part names its lines", () => {
  assert.deepEqual(named("标题"), ["SUMMER SALE"]);
  assert.deepEqual(named("subtitle"), ["From Monday"]);
  assert.deepEqual([named("第二行"), named("second line of text"), named("2nd line")], [["From Monday"], ["From Monday"], ["From Monday"]]);
  assert.deepEqual([named("最后一行文字"), named("last line"), named("首行")], [["terms apply"], ["terms apply"], ["SUMMER SALE"]]);
  assert.deepEqual(named("小字"), ["From Monday", "包邮到家", "www.example.com", "terms apply"]);
  assert.deepEqual([named("网址"), named("中文")], [["www.example.com"], ["包邮到家"]]);
  assert.deepEqual([named("第九行"), named("vase")], [[], undefined]);
});

test("all text but one part leaves that part alone, and touches nothing where the part is unknown", () => {
  const rest = POSTER.slice(1).map(({ string }) => string);
  assert.deepEqual(named("除了标题以外的文字"), rest);
  assert.deepEqual(named("text except the headline"), rest);
  assert.deepEqual(named("text except From Monday")?.length, 4);
  assert.deepEqual(named("text except the motto nobody wrote"), []);
});

test("letter case is set; effects that cannot be set are refused", () => {
  assert.equal(recased({ text: "Grand Opening" }, "uppercase").text, "GRAND OPENING");
  assert.equal(recased({ text: "A" }, undefined).text, "A");
  assert.equal(unsupportedEffect({ kind: "text.restyle", value: "underline" })?.code, "unsupported_operation");
  assert.equal(unsupportedEffect({ kind: "text.restyle", value: "lowercase" }), undefined);
  assert.equal(unsupportedEffect({ kind: "text.restyle", value: "brightness -20%" }), undefined);
  assert.equal(unsupportedEffect({ kind: "text.add", value: 5 }), undefined);
});
