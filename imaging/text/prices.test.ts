import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { endsInSign, isBareAmount, priceRuleOf, reprice, repriceBare, startsWithUnit, writtenRule } from "./prices.ts";

const off20 = { kind: "percent", by: -20 } as const;
const plus10 = { kind: "amount", by: 10 } as const;

test("prices keep currency, decimals and thousands marks", () => {
  for (const [before, after] of [
    ["¥199", "¥159"],
    ["￥ 19.90 起", "￥ 15.92 起"],
    ["$1,299.00", "$1,039.20"],
    ["券后价168元", "券后价134元"],
    ["35 元/份", "28 元/份"],
    ["€25", "€20"],
    ["129 yuan", "103 yuan"],
  ] as const)
    assert.equal(reprice(before, off20).text, after, before);
});

test("prices are read and written as other countries write them", () => {
  for (const [before, after] of [
    ["€3,50", "€2,80"],
    ["1.299,00 €", "1.039,20 €"],
    ["€1.299", "€1.039"],
    ["CHF 1'250.00", "CHF 1'000.00"],
    ["49,90 zł", "39,92 zł"],
    ["£4.5", "£3.6"],
    ["¥28,¥35", "¥22,¥28"],
  ] as const)
    assert.equal(reprice(before, off20).text, after, before);
  assert.deepEqual(reprice("$5,10,20", off20).prices, [], "a list is no amount");
  assert.equal(reprice("3,50 €", { kind: "percent", by: -20, to: ".99" }).text, "2,99 €");
});

test("an amount is added in the price's own currency and never takes it below zero", () => {
  assert.equal(reprice("原价 ¥99.5", plus10).text, "原价 ¥109.5");
  assert.equal(reprice("¥1,995", plus10).text, "¥2,005");
  assert.equal(reprice("¥5", { kind: "amount", by: -10 }).text, "¥0");
});

test("several prices in one string all change", () => {
  const { text, prices } = reprice("原价¥299 现价¥199", off20);
  assert.equal(text, "原价¥239 现价¥159");
  assert.deepEqual(
    prices.map((p) => [p.old, p.new, p.isRounded]),
    [
      ["¥299", "¥239", true],
      ["¥199", "¥159", true],
    ],
  );
});

test("what is no price stays: years, sizes, percentages, thresholds and savings", () => {
  for (const text of ["2025.07.12", "6 × 330 mL", "20% OFF", "满300元减50元", "立减¥50", "Save $5", "7月1日至8月31日", "400-820-8820"])
    assert.deepEqual(reprice(text, off20), { text, prices: [], left: [] }, text);
});

test("amounts round half up and say so", () => {
  const [price] = reprice("¥12.5", { kind: "percent", by: -50 }).prices;
  assert.deepEqual(price, { old: "¥12.5", new: "¥6.3", exact: 6.25, isRounded: true });
  assert.equal(reprice("¥100", off20).prices[0].isRounded, false);
});

test("a rule may say how many decimals are left, or the next whole unit above", () => {
  assert.equal(reprice("¥12.55", { kind: "percent", by: 10, to: ".0" }).text, "¥13.8");
  assert.equal(reprice("¥12", { kind: "percent", by: 5, to: ".00" }).text, "¥12.60");
  assert.equal(reprice("¥12.10", { kind: "percent", by: 0, to: "ceil" }).text, "¥13");
  assert.deepEqual(priceRuleOf("price +5% .0"), { kind: "percent", by: 5, to: ".0" });
});

test("a rule reads back as it is written", () => {
  for (const rule of [off20, plus10, { kind: "amount", by: -0.5 } as const]) assert.deepEqual(priceRuleOf(writtenRule(rule)), rule);
  for (const value of ["brightness +20%", "price", 20, undefined, "price 20%"]) assert.equal(priceRuleOf(value), undefined);
});

test("any whole price comes out within half a unit of the exact one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: -90, max: 200 }), (amount, by) => {
      const [price] = reprice(`¥${amount}`, { kind: "percent", by }).prices;
      return Math.abs(Number(price.new.slice(1)) - amount * (1 + by / 100)) <= 0.5 + 1e-5;
    }),
  );
});

test("an amount whose currency is set apart changes alone", () => {
  assert.deepEqual(repriceBare("168", off20), {
    text: "134",
    prices: [{ old: "168", new: "134", exact: 134.4, isRounded: true }],
    left: [],
  });
  assert.deepEqual(["168", "5.8", "2026.11", "¥5", "x"].map(isBareAmount), [true, true, true, false, false]);
  assert.deepEqual(["券后价¥", "¥", "立减¥", "价格"].map(endsInSign), [true, true, false, false]);
  assert.deepEqual(["元", "起", "元/份", "折"].map(startsWithUnit), [true, true, true, false]);
});
