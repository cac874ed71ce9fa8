import assert from "node:assert/strict";
import { test } from "node:test";
import { breakRows, rowsAsked } from "./break-rows.ts";

const width = (row: string) => [...row].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 2 : 1), 0);
const rows = (text: string, count: number) => breakRows(text, count, width);

test("words stay whole and the rows come out even", () => {
  assert.deepEqual(rows("Everything must go this weekend", 2), ["Everything must", "go this weekend"]);
  assert.deepEqual(rows("Everything must go this weekend", 3)?.length, 3);
});

test("Chinese breaks behind marks and between words rather than inside them", () => {
  assert.deepEqual(rows("全场五折，错过等一年！", 2), ["全场五折，", "错过等一年！"]);
  assert.deepEqual(rows("春天花好月圆夜", 2), ["春天", "花好月圆夜"]);
});

test("no closing mark begins a row, no opening one ends it, amounts keep their currency and unit", () => {
  for (const text of [
    "全场五折，错过等一年！",
    "会员日（限今天）全场包邮",
    "买二送一《春季特刊》热销中",
    "夏季大促到手价只要¥199元起",
    "他说：“今天打八折。”",
  ]) {
    for (const count of [2, 3]) {
      const broken = rows(text, count) ?? assert.fail(text);
      assert.equal(broken.join(""), text);
      for (const row of broken) {
        assert.doesNotMatch(row, /^[，。、！？）》”’元折]/, `${text}: ${row}`);
        assert.doesNotMatch(row, /[（《“‘¥]$/, `${text}: ${row}`);
      }
    }
  }
});

test("what has no place to break at is not broken", () => {
  assert.equal(rows("Extraordinary", 2), undefined);
  assert.equal(rows("¥199元", 2), undefined);
});

test("line breaks in a text are the rows asked for; blank rows fall away", () => {
  assert.deepEqual(rowsAsked(" Big sale \n\n this week "), ["Big sale", "this week"]);
  assert.deepEqual(rowsAsked("Big sale"), ["Big sale"]);
});
