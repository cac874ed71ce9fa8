import assert from "node:assert/strict";
import { test } from "node:test";
import type { OperationKind, Plan } from "../../protocol/plan.ts";
import { createFakeEngine } from "../../test/fakes/engine.ts";
import { type Candidate, routePlan } from "./route-plan.ts";

function candidate(name: string, operations: readonly OperationKind[], available = true): Candidate {
  const engine = createFakeEngine(name);
  const capabilities = { ...engine.capabilities(), operations };
  return {
    engine: { ...engine, capabilities: () => capabilities },
    availability: available ? { available } : { available, reason: "Start it." },
  };
}

const planOf = (...kinds: OperationKind[]): Plan => ({ instruction: "x", operations: kinds.map((kind) => ({ kind })) });
const light = candidate("light", ["text.replace"]);
const heavy = candidate("heavy", ["text.replace", "object.remove"]);

function outcome(wanted: string | undefined, plan: Plan, candidates: readonly Candidate[]): string {
  const routed = routePlan(plan, wanted, candidates);
  return routed.ok ? routed.value.name : routed.error.code;
}

test("the first engine that can do all of the plan is taken", () => {
  assert.equal(outcome(undefined, planOf("text.replace"), [light, heavy]), "light");
  assert.equal(outcome("auto", planOf("text.replace", "object.remove"), [light, heavy]), "heavy");
});

test("an engine that is not there now is passed over, and named where nobody else can", () => {
  const asleep = candidate("asleep", ["text.replace"], false);
  assert.equal(outcome("auto", planOf("text.replace"), [asleep, heavy]), "heavy");
  const routed = routePlan(planOf("text.replace"), "auto", [asleep]);
  assert.deepEqual(!routed.ok && [routed.error.code, routed.error.help], ["engine_unavailable", "Start it."]);
});

test("a named engine is taken or refused, never replaced", () => {
  assert.equal(outcome("heavy", planOf("text.replace"), [light, heavy]), "heavy");
  assert.equal(outcome("light", planOf("object.remove"), [light, heavy]), "unsupported_operation");
  assert.equal(outcome("nobody", planOf("text.replace"), [light, heavy]), "engine_unknown");
  assert.equal(outcome("asleep", planOf("text.replace"), [candidate("asleep", ["text.replace"], false)]), "engine_unavailable");
});

test("an engine that looks closer than the kind is asked; where nobody can, it says why not itself", () => {
  const picky: Candidate = { ...light, engine: { ...light.engine, supports: (operation) => operation.target === "text" } };
  const query = (target: string): Plan => ({ instruction: "x", operations: [{ kind: "text.replace", target }] });
  assert.equal(outcome("auto", query("text"), [picky]), "light");
  assert.equal(outcome("auto", query("vase"), [picky, heavy]), "heavy");
  assert.equal(outcome("auto", query("vase"), [picky]), "light");
  assert.equal(outcome("auto", planOf("crop"), [picky]), "engine_unavailable");
});

test("what came with a plan counts: a drawn area makes possible what words alone do not", () => {
  const needsArea: Candidate = { ...light, engine: { ...light.engine, supports: (_operation, given) => given?.drawn ?? false } };
  const plan = planOf("text.replace");
  const engineFor = (drawn: boolean): string => {
    const routed = routePlan(plan, "auto", [needsArea, heavy], { given: { drawn, references: 0 } });
    return routed.ok ? routed.value.name : routed.error.code;
  };
  assert.deepEqual([engineFor(true), engineFor(false)], ["light", "heavy"]);
});
