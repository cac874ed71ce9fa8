import assert from "node:assert/strict";
import { test } from "node:test";
import { type Boxed, isPricedBeside } from "./priced-amounts.ts";

const at = (string: string, left: number, cy: number, [width, height]: readonly [number, number]): Boxed => ({
  string,
  box: { cx: left + width / 2, cy, width, height, angle: 0 },
});
const amount = at("168", 100, 100, [90, 50]);

test("an amount is a price by the sign before it or the unit behind it, however small they are set", () => {
  assert.equal(isPricedBeside(amount, [amount, at("元", 195, 110, [24, 24])]), true);
  assert.equal(isPricedBeside(amount, [amount, at("券后价¥", 55, 112, [40, 14])]), true);
});

test("what stands elsewhere, or is no currency, makes no price of it", () => {
  assert.equal(isPricedBeside(amount, [amount, at("元", 195, 190, [24, 24])]), false);
  assert.equal(isPricedBeside(amount, [amount, at("元", 300, 100, [24, 24])]), false);
  assert.equal(isPricedBeside(amount, [amount, at("kg", 195, 100, [24, 24])]), false);
  assert.equal(isPricedBeside(amount, [amount]), false);
});
