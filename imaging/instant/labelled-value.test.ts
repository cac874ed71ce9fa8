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

test("what a value is called behind its label means the value, to the right or larger below, and never the label", () => {
  const bank = [at("Netflix", 250, 1020), at("−$15.49", 680, 1035), at("12 May", 240, 1060), at("−$64.20", 690, 690)];
  assert.deepEqual(becomes({ target: "Netflix amount", text: { to: "−$22.99" } }, bank), [["−$15.49", "−$22.99"]]);
  const large = (string: string, cx: number, cy: number): TextLine =>
    textLine(string, { cx, cy, width: 20 * [...string].length, height: 38 });
  const ticket = [at("PASSENGER", 112, 350), at("FLIGHT", 416, 350), large("ZHANG WEI", 130, 400), large("MU 523", 430, 400)];
  assert.deepEqual(becomes({ target: "passenger name", text: { to: "LI XIAOMING" } }, ticket), [["ZHANG WEI", "LI XIAOMING"]]);
  const brand = lineEdits({ kind: "text.replace", target: "brand name", text: { to: "Lumen" } } as Operation, {
    lines: [at("Brand new season", 200, 100)],
    size: { width: 900, height: 900 },
  });
  assert.equal(brand.ok, false);
  const menu = [at("拿铁", 80, 100), at("¥28", 90, 140), at("馥芮白", 380, 100), at("¥128", 390, 140)];
  assert.deepEqual(becomes({ target: "拿铁的价格", text: { to: "¥30" } }, menu), [["¥28", "¥30"]]);
});

test("a value said with its label before it is the value", () => {
  assert.deepEqual(
    becomes({ text: { from: "seat 21K", to: "3A" } }, [at("GATE", 60, 40), at("B12", 60, 90), at("SEAT", 60, 140), at("21K", 60, 190)]),
    [["21K", "3A"]],
  );
});

test("in place of a field's name comes its value, unless the new wording names a field too", () => {
  const run = [at("集合地点", 100, 100), at("滨江公园南门", 360, 100), at("全程", 80, 160), at("8公里", 320, 160)];
  assert.deepEqual(becomes({ target: "集合地点", text: { from: "集合地点", to: "世纪广场北门" } }, run), [
    ["滨江公园南门", "世纪广场北门"],
  ]);
  assert.deepEqual(becomes({ target: "集合地点", text: { from: "集合地点", to: "会面位置" } }, run), [["集合地点", "会面位置"]]);
  assert.deepEqual(becomes({ target: "Name", text: { from: "Name", to: "Username" } }, [at("Name", 60, 40), at("Anna", 200, 40)]), [
    ["Name", "Username"],
  ]);
  // In quotes it is that very wording.
  assert.deepEqual(becomes({ text: { from: "集合地点", to: "世纪广场北门" } }, run), [["集合地点", "世纪广场北门"]]);
  assert.deepEqual(becomes({ text: { from: "特价", to: "新品" } }, [at("特价", 60, 40), at("¥99", 200, 40)]), [["特价", "新品"]]);
  assert.deepEqual(becomes({ target: "票价", text: { from: "票价", to: "凭证" } }, [at("票价", 60, 40), at("¥99", 200, 40)]), [
    ["票价", "凭证"],
  ]);
});

test("a price beside its label keeps the sign that stands by itself", () => {
  const sign = textLine("¥", { cx: 100, cy: 200, width: 20, height: 30 });
  const tag = [at("到手价", 120, 140), sign, textLine("19.9", { cx: 200, cy: 195, width: 160, height: 70 })];
  assert.deepEqual(becomes({ text: { from: "到手价", to: "¥15.9" } }, tag), [["19.9", "15.9"]]);
});

test("figures alone are the new ones of an amount, whose sign stays", () => {
  const menu = [at("老枞水仙", 100, 100), at("¥46", 400, 100), at("陈皮普洱", 100, 200), at("¥38", 400, 200)];
  assert.deepEqual(becomes({ text: { from: "老枞水仙", to: "52" } }, menu), [["¥46", "¥52"]]);
});

test("a date behind 至 and one that runs to another are changed whole", () => {
  assert.deepEqual(becomes({ target: "有效期", text: { to: "2025.12.31" } }, [at("有效期至 2025.06.30", 200, 100)]), [
    ["有效期至 2025.06.30", "有效期至 2025.12.31"],
  ]);
  assert.deepEqual(becomes({ target: "日期", text: { to: "5月1日—5月3日" } }, [at("4月12日－4月14日", 200, 100)]), [
    ["4月12日－4月14日", "5月1日—5月3日"],
  ]);
});

test("a date with its month's name is a date, alone or in other words", () => {
  assert.deepEqual(becomes({ target: "dates", text: { to: "Dec 1 – Dec 5" } }, [at("12 cups", 90, 40), at("Nov 24 - Nov 27", 200, 100)]), [
    ["Nov 24 - Nov 27", "Dec 1 – Dec 5"],
  ]);
  assert.deepEqual(becomes({ target: "RSVP date", text: { to: "10 May" } }, [at("RSVP by 1 May", 200, 100)]), [
    ["RSVP by 1 May", "RSVP by 10 May"],
  ]);
});

test("an amount right behind its label is the label's", () => {
  assert.deepEqual(becomes({ target: "原价", text: { to: "¥358" } }, [at("原价¥328", 200, 100)]), [["原价¥328", "原价¥358"]]);
});

test("the discount is the share in the words around it", () => {
  assert.deepEqual(becomes({ target: "discount", text: { to: "60%" } }, [at("UP TO 40% OFF", 200, 100)]), [
    ["UP TO 40% OFF", "UP TO 60% OFF"],
  ]);
  assert.deepEqual(becomes({ target: "discount", text: { to: "up to 60%" } }, [at("40% OFF TODAY", 200, 100)]), [
    ["40% OFF TODAY", "60% OFF TODAY"],
  ]);
});

test("the price whose sign stands beside it is the price, and its sign is not set twice", () => {
  const tag = [
    textLine("¥", { cx: 700, cy: 880, width: 20, height: 40 }),
    textLine("399", { cx: 800, cy: 870, width: 150, height: 90 }),
    at("原价 ¥599", 800, 960),
  ];
  assert.deepEqual(becomes({ target: "价格", text: { to: "¥459" } }, tag), [["399", "459"]]);
});
