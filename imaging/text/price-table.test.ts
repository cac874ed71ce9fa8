import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../protocol/plan.ts";
import { leftNotes, priceTable } from "./price-table.ts";

interface Written {
  readonly string: string;
  readonly struck?: readonly [number, number];
}
const order = (target: string): Operation => ({ kind: "text.replace", target, value: "price -20%" });
const table = (lines: readonly Written[], target = "prices") =>
  priceTable(lines, order(target), { stringOf: ({ string }) => string, isPriced: () => false, struckIn: ({ struck }) => struck });
const now = (lines: readonly Written[], target?: string): readonly string[] => table(lines, target).rows.map((row) => row.to);

const SALE: readonly Written[] = [{ string: "¥500", struck: [0, 4] }, { string: "¥300" }];

test("beside a price that is asked now a struck-through one stays, and that is told", () => {
  assert.deepEqual(now(SALE), ["¥240"]);
  assert.deepEqual(leftNotes(table(SALE)), ["Struck through and so left as before: ¥500. To change it too, name the original price."]);
  assert.deepEqual(now([{ string: "¥300 ¥500", struck: [5, 9] }]), ["¥240 ¥500"], "within one line");
});

test("named, it is what changes, alone or with the others", () => {
  for (const target of ["划线价", "原价", "crossed-out prices"]) assert.deepEqual(now(SALE, target), ["¥400"], target);
  for (const target of ["价格和划线价", "prices and original prices"]) assert.deepEqual(now(SALE, target), ["¥400", "¥240"], target);
});

test("where all prices are struck through, or none, all change", () => {
  assert.deepEqual(now([{ string: "¥500", struck: [0, 4] }]), ["¥400"]);
  assert.deepEqual(now([{ string: "¥500" }, { string: "¥300" }]), ["¥400", "¥240"]);
  assert.deepEqual(leftNotes(table([{ string: "¥500" }])), []);
});
