import assert from "node:assert/strict";
import { test } from "node:test";
import { saidInstructions } from "../../../test/fixtures/said-instructions.ts";
import { GROUPS } from "../turns/in-order.ts";
import { canMatch } from "./asked-only-if.ts";
import { fold } from "./fold.ts";
import { neededBy } from "./needed.ts";

test("a pattern needs what none of its matches can do without", () => {
  const needs = (source: string, flags = "dgu"): string[] => neededBy(new RegExp(source, flags)).map((list) => [...list].sort().join("|"));
  assert.deepEqual(needs("改成?(?:红|蓝)色"), ["改成红色|改成蓝色|改红色|改蓝色"]);
  assert.deepEqual(needs("(?<x>[^,]+)不要了$"), ["不要了"]);
  assert.deepEqual(needs("(?<=标题)\\s*(?!不)(?:加粗){1,2}(?:一下)*"), ["标题", "加粗"]);
  assert.deepEqual(needs("\\bmake (?:it )?[ab]\\/\\u4e00"), ["make a/一|make b/一|make it a/一|make it b/一"]);
  assert.deepEqual(needs("(?:删(?=.*掉)|去|)图?"), []);
  assert.deepEqual(needs("(?:删(?=.*掉了)|去)"), ["去|掉了"]);
  assert.deepEqual(needs("[^红]?\\d[a-z]{0,3}"), []);
  assert.deepEqual(needs("(?<n>元)\\k<n>(?:角)?"), ["元"]);
  assert.deepEqual([needs("sale", "giu"), needs("sale", "g")], [[], []]);
});

const rules = (): RegExp[] => GROUPS.flatMap((group) => group.rules.map(({ says }) => new RegExp(says.source, "u")));

test("no turn of phrase is kept from an instruction in which it stands, and most are from most", () => {
  const keys = saidInstructions().flatMap(({ say }, i) => (i % 40 === 0 ? [fold(say)] : []));
  let [asked, all] = [0, 0];
  for (const says of rules()) {
    const can = canMatch(says);
    for (const key of keys) {
      const asks = can(key);
      all++;
      asked += asks ? 1 : 0;
      assert.ok(asks || !says.test(key), `${says.source} in ${key}`);
    }
  }
  assert.ok(all > 400_000 && asked < 0.05 * all, `${asked} of ${all}`);
});
