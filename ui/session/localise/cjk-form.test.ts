import assert from "node:assert/strict";
import { test } from "node:test";
import { cjkForm, hasLooseEnd } from "./cjk-form.ts";

const FORMS: readonly [locale: string, wording: string, form: string][] = [
  ["zh-CN", "全场五折,错过等一年!", "全场五折，错过等一年！"],
  ["zh-TW", "新品 上市", "新品上市"],
  ["zh-CN", "买 2 送 1 (限时)", "买 2 送 1 （限时）"],
  ["ja-JP", "春の新作,登場!", "春の新作、登場！"],
  ["ja-JP", "お楽しみに...", "お楽しみに……"],
  ["zh-CN", "仅¥1,299.50", "仅¥1,299.50"],
  ["zh-CN", "Summer, on ice", "Summer, on ice"],
  ["ko-KR", "신상품, 출시!", "신상품, 출시!"],
  ["de-DE", "Neu, 新品!", "Neu, 新品!"],
];
for (const [locale, wording, form] of FORMS)
  test(`${locale}: ${wording} is set as ${form}`, () => {
    assert.equal(cjkForm(locale, wording), form);
    assert.equal(cjkForm(locale, form), form);
  });

test("a row may not begin with a closing sign or end with an opening one", () => {
  assert.deepEqual(
    ["，五折", "五折（", "五折\n。", "（五折）", "五折。"].map((wording) => hasLooseEnd("zh-CN", wording)),
    [true, true, true, false, false],
  );
  assert.equal(hasLooseEnd("en-US", "’tis “"), false);
});
