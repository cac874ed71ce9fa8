import assert from "node:assert/strict";
import { test } from "node:test";
import { spellings } from "./spellings.ts";

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
