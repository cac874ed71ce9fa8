import assert from "node:assert/strict";
import { test } from "node:test";
import type { Boxed } from "./priced-amounts.ts";
import { pricedThing, rowsOfThing } from "./priced-thing.ts";

test("prices at large belong to no thing, in both languages", () => {
  for (const target of [
    "prices",
    "all prices",
    "every single price",
    "room rate",
    "the original price",
    "prices on the menu",
    "membership fee",
    "ticket price",
    "crossed-out prices",
    "prices and original prices",
  ])
    assert.equal(pricedThing(target), undefined, target);
  for (const target of ["价格", "所有商品价格", "原价", "票价", "会员价", "菜单上的价格", "报名费", "套餐价", "价格和划线价", "划掉的价格"])
    assert.equal(pricedThing(target), undefined, target);
  assert.equal(pricedThing(undefined), undefined);
});

test("a named thing is what is left of the words", () => {
  assert.equal(pricedThing("price of the latte"), "latte");
  assert.equal(pricedThing("latte's price"), "latte");
  assert.equal(pricedThing("family pizza prices"), "family pizza");
  assert.equal(pricedThing("拿铁的价格"), "拿铁");
  assert.equal(pricedThing("美式咖啡"), "美式咖啡");
  assert.equal(pricedThing("和牛的价格"), "和牛");
});

const line = (string: string, cx: number, cy: number): Boxed => ({
  string,
  box: { cx, cy, width: 20 * string.length, height: 40, angle: 0 },
});
const strings = (found: readonly { readonly line: Boxed }[]): readonly string[] => found.map((row) => row.line.string);

test("a thing's price stands in its own text, beside its name, or under it", () => {
  const menu = [
    line("Latte", 100, 100),
    line("$4.50", 500, 104),
    line("Mocha", 100, 160),
    line("$5.00", 500, 158),
    line("Flat White $4", 160, 230),
  ];
  const rows = [menu[1]!, menu[3]!, menu[4]!].map((at) => ({ line: at }));
  assert.deepEqual(strings(rowsOfThing("latte", { rows, lines: menu })), ["$4.50"]);
  assert.deepEqual(strings(rowsOfThing("mocha", { rows, lines: menu })), ["$5.00"]);
  assert.deepEqual(strings(rowsOfThing("flat white", { rows, lines: menu })), ["Flat White $4"]);
  assert.deepEqual(strings(rowsOfThing("tea", { rows, lines: menu })), []);
  const cards = [line("拿铁", 100, 100), line("摩卡", 400, 100), line("¥28", 100, 150), line("¥32", 400, 150)];
  const amounts = [cards[2]!, cards[3]!].map((at) => ({ line: at }));
  assert.deepEqual(strings(rowsOfThing("摩卡", { rows: amounts, lines: cards })), ["¥32"]);
});

test("a price in another column is not the thing's", () => {
  const rows = [{ line: line("¥32", 900, 400) }];
  assert.deepEqual(rowsOfThing("拿铁", { rows, lines: [line("拿铁", 100, 100), rows[0]!.line] }), []);
});
