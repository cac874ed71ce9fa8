import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { textLine } from "../../test/fixtures/text-line.ts";
import type { TextLine } from "../text/types.ts";
import { lineEdits } from "./targets.ts";

const at = (string: string, cx: number, cy: number): TextLine => textLine(string, { cx, cy, width: 16 * [...string].length, height: 30 });

const TABLE = [
  at("额定功率", 100, 100),
  at("1200W", 300, 100),
  at("净重", 80, 160),
  at("4.6kg", 300, 160),
  at("Flat White", 100, 220),
  at("4.50", 400, 220),
];
const NOTES = [
  at("有效期 11.01-11.11", 200, 300),
  at("订座电话：138-0013-5577", 200, 360),
  at("联系人：张三", 200, 420),
  at("Doors 19:30 · Show 20:30", 200, 480),
];

function becomes(operation: Partial<Operation>, lines: readonly TextLine[] = [...TABLE, ...NOTES]): readonly [string, string][] {
  const edits = lineEdits({ kind: "text.replace", ...operation } as Operation, { lines, size: { width: 900, height: 900 } });
  assert.ok(edits.ok, edits.ok ? "" : edits.error.message);
  return edits.value.map(({ line, text }) => [line.string, text]);
}

test("a label that is named keeps its place before its new value", () => {
  assert.deepEqual(becomes({ target: "有效期", text: { to: "12.01-12.12" } }), [["有效期 11.01-11.11", "有效期 12.01-12.12"]]);
  assert.deepEqual(becomes({ text: { from: "联系人", to: "李四" } }), [["联系人：张三", "联系人：李四"]]);
  assert.deepEqual(becomes({ text: { from: "Doors", to: "20:00" } }), [["Doors 19:30 · Show 20:30", "Doors 20:00 · Show 20:30"]]);
});

test("a part of the picture told by its form takes the label before it along", () => {
  assert.deepEqual(becomes({ target: "电话", text: { to: "139-2468-8800" } }), [["订座电话：138-0013-5577", "订座电话：139-2468-8800"]]);
  assert.deepEqual(becomes({ target: "电话", text: { to: "热线：400-800" } }), [["订座电话：138-0013-5577", "热线：400-800"]]);
  const dated = [at("2025.07.12 Berlin", 200, 200)];
  assert.deepEqual(becomes({ target: "date", text: { to: "2026.08.01" } }, dated), [["2025.07.12 Berlin", "2026.08.01 Berlin"]]);
});

test("in a table the amount of the same kind beside a label is meant", () => {
  assert.deepEqual(becomes({ text: { from: "额定功率", to: "1500W" } }), [["1200W", "1500W"]]);
  assert.deepEqual(becomes({ text: { from: "Flat White", to: "4.90" } }), [["4.50", "4.90"]]);
});

test("a wording that is the old value but for a part of it is meant for that, not for its label", () => {
  const warranty = [at("质保", 80, 100), at("整机两年", 300, 100)];
  assert.deepEqual(becomes({ text: { from: "质保", to: "整机三年" } }, warranty), [["整机两年", "整机三年"]]);
  assert.deepEqual(becomes({ text: { from: "质保", to: "质量保证" } }, warranty), [["质保", "质量保证"]]);
  assert.deepEqual(becomes({ text: { from: "Tea", to: "Green Tea" } }, [at("Tea", 60, 40), at("Green Mug", 200, 40)]), [
    ["Tea", "Green Tea"],
  ]);
});

test("new wording of another kind is the label's own", () => {
  assert.deepEqual(becomes({ text: { from: "额定功率", to: "最大功率" } }), [["额定功率", "最大功率"]]);
  assert.deepEqual(becomes({ text: { from: "净重", to: "毛重5kg以内" } }), [["净重", "毛重5kg以内"]]);
  assert.deepEqual(becomes({ text: { from: "有效期", to: "使用期" } }), [["有效期 11.01-11.11", "使用期 11.01-11.11"]]);
});
