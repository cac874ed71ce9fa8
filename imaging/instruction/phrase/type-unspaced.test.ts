import assert from "node:assert/strict";
import { test } from "node:test";
import { typeUnspaced } from "./type-unspaced.ts";

test("spaces that only set a quote, a number or a name off are taken out", () => {
  assert.equal(typeUnspaced("放到 “A” 下面"), "放到“A”下面");
  assert.equal(typeUnspaced("裁掉顶部 80px"), "裁掉顶部80px");
  assert.equal(typeUnspaced("放 logo 下面"), "放 logo下面");
});

test("spaces between wishes stay", () => {
  for (const said of ["把“A”改成“B” 加粗 居中", "标题放大 背景换白色", "“SALE” 50% 加粗"]) assert.equal(typeUnspaced(said), said);
});
