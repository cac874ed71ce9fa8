import assert from "node:assert/strict";
import { test } from "node:test";
import type { Operation } from "../../../protocol/plan.ts";
import { planInstruction } from "../plan.ts";
import { CHINESE_COLOURS, COLOURED_THINGS, ENGLISH_COLOURS, SHADING_THINGS } from "./colours.ts";

/** What does not plan as that one operation alone. */
const notAs = (orders: Iterable<readonly [say: string, wanted: Operation]>): string[] =>
  [...orders].flatMap(([say, wanted]) => {
    const { operations, clarify } = planInstruction(say);
    try {
      assert.deepEqual([operations, clarify], [[wanted], undefined]);
      return [];
    } catch {
      return [`${say} → ${JSON.stringify(operations)} ${clarify ?? ""}`];
    }
  });
const recoloured = (target: string, colour: string): Operation => ({ kind: "object.recolour", target, style: { colour } });

test("a thing can be painted in every colour that has a Chinese name", () => {
  // A finish goes into the plan beside its colour.
  const orders = [...CHINESE_COLOURS]
    .filter(([name]) => !name.startsWith("哑光"))
    .map(([name, hex]) => [`把沙发改成${name.replace(/色$/, "")}色`, recoloured("沙发", hex)] as const);
  assert.deepEqual(notAs(orders), []);
});

test("a thing can be painted in every colour that has an English name", () => {
  const orders = [...ENGLISH_COLOURS].map(([name, hex]) => [`paint the sofa ${name}`, recoloured("sofa", hex)] as const);
  assert.deepEqual(notAs(orders), []);
});

test("what has the name of a colour goes as a thing", () => {
  const orders = [...COLOURED_THINGS].map((name) => [`remove the ${name}`, { kind: "object.remove", target: name } as const] as const);
  assert.deepEqual(notAs(orders), []);
});

test("what lends its name to a shade can have another colour", () => {
  const orders = SHADING_THINGS.map((name) => [`make the ${name} green`, recoloured(name, "#008000")] as const);
  assert.deepEqual(notAs(orders), []);
});
