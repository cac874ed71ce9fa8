import assert from "node:assert/strict";
import { test } from "node:test";
import * as v from "valibot";
import { PlanSchema } from "../../protocol/plan.ts";
import { saidInstructions } from "../../test/fixtures/said-instructions.ts";
import { planInstruction } from "./plan.ts";

const COUNT = 10_000;
const SAID: readonly string[] = saidInstructions().map(({ say }) => say);
const BITS =
  "把|将|改成|换成|'|‘|’|“|”|「|」|，|。|、| to | and |change |replace |with |A|¥199|\u0000|\uE000|🙂|\ud800|İ|[|]|{|%|#ff0|rgb(|渐变|红|从|到|\n|  |标题|背景|的|删除|添加|在|左上角|放大|10%|→|...|和|11111".split(
    "|",
  );

/** A linear congruential generator, so that a failing string can be made again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const random = randomFrom(12_345);
const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? "";
const cut = (text: string): number => Math.floor(random() * text.length);

const MAKERS: readonly (() => string)[] = [
  () => Array.from({ length: 1 + Math.floor(random() * 20) }, () => pick(BITS)).join(""),
  () => {
    const [a, b] = [pick(SAID), pick(SAID)];
    return a.slice(0, cut(a)) + b.slice(cut(b));
  },
  () => {
    const said = pick(SAID);
    const at = cut(said);
    return said.slice(0, at) + pick(BITS) + said.slice(at + 1);
  },
];

test(`${COUNT} random and damaged instructions give a valid plan or a question`, () => {
  for (let i = 0; i < COUNT; i++) {
    const said = (MAKERS[i % MAKERS.length] ?? pick.bind(undefined, BITS))();
    const plan = planInstruction(said);
    assert.ok(v.is(PlanSchema, plan), JSON.stringify(said));
    assert.ok(plan.operations.length > 0 || plan.clarify !== undefined, JSON.stringify(said));
  }
});

test("long repetition is read in bounded time", () => {
  for (const unit of ["1", "a", "的", "change a to ", "红到", "渐变", "'a' and ", "把标题", "大小", "the ", "A→", "px 1"]) {
    const said = unit.repeat(2000).slice(0, 2000);
    planInstruction(said.slice(0, 50));
    const start = performance.now();
    planInstruction(said);
    assert.ok(performance.now() - start < 1500, unit);
  }
});
