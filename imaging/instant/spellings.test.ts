import assert from "node:assert/strict";
import { test } from "node:test";
import { spacedAlike, spellings } from "./spellings.ts";

test("the string as given comes first and nothing comes twice", () => {
  for (const text of ["plain", "现在抢购！", "¥199 (now)", "ｗ？"]) {
    const all = spellings(text);
    assert.equal(all[0], text);
    assert.equal(new Set(all).size, all.length);
  }
});

test("full and half width forms of the same marks are tried", () => {
  assert.deepEqual(spellings("现在抢购！"), ["现在抢购！", "现在抢购!"]);
  assert.deepEqual(spellings("特价:（限时)"), ["特价:（限时)", "特价:(限时)", "特价：（限时）"]);
  assert.deepEqual(spellings("￥199"), ["￥199", "¥199"]);
});

test("Latin strings are never set in full width", () => {
  assert.deepEqual(spellings("Now, here!"), ["Now, here!"]);
});

test("Han and Latin that touch may be parted; what is parted already is left", () => {
  assert.deepEqual(spellings("门票35元"), ["门票35元", "门票 35元", "门票35 元", "门票 35 元"]);
  assert.deepEqual(spellings("只要¥9起"), ["只要¥9起", "只要 ¥9起", "只要¥9 起", "只要 ¥9 起"]);
  assert.deepEqual(spellings("门票 35 元"), ["门票 35 元"]);
});

test("the new string is parted where the old one turned out to be", () => {
  assert.equal(spacedAlike("门票28元", { read: "门票35元", set: "门票 35 元" }), "门票 28 元");
  assert.equal(spacedAlike("门票28元", { read: "门票35元", set: "门票 35元" }), "门票 28元");
  assert.equal(spacedAlike("门票28元", { read: "门票35元", set: "门票35元" }), "门票28元");
  assert.equal(spacedAlike("Ticket", { read: "价:5", set: "价：5" }), "Ticket");
});

test("how a word stands beside Han says nothing of a number and its unit, nor the other way round", () => {
  assert.equal(spacedAlike("买2件送1件", { read: "VIP专享礼", set: "VIP 专享礼" }), "买2件送1件");
  assert.equal(spacedAlike("4K投影仪", { read: "VIP专享礼", set: "VIP 专享礼" }), "4K 投影仪");
  assert.equal(spacedAlike("Pro版上市", { read: "第3期", set: "第 3 期" }), "Pro版上市");
  assert.equal(spacedAlike("第12期", { read: "第3期", set: "第 3 期" }), "第 12 期");
});
