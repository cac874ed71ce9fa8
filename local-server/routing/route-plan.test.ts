import assert from "node:assert/strict";
import { test } from "node:test";
import type { OperationKind, Plan } from "../../protocol/plan.ts";
import { createFakeEngine } from "../../test/fakes/engine.ts";
import type { Engine, EngineAvailability, EngineCapabilities } from "../engines/engine.ts";
import { type RouteOptions, routePlan } from "./route-plan.ts";

/** An engine on paper: what it can do, and how it stands. */
interface Candidate {
  readonly engine: Engine;
  readonly availability: EngineAvailability;
}

const READY: EngineAvailability = { available: true };
const ASLEEP: EngineAvailability = { available: false, reason: "Start it.", missing: ["running"] };
const UNASKED: EngineAvailability = {
  available: false,
  reason: "Allow it.",
  missing: ["consent"],
  consent: { host: "far.example", given: false },
};
const ALLOWED: EngineAvailability = { available: true, consent: { host: "far.example", given: true } };

function candidate(
  name: string,
  operations: readonly OperationKind[],
  availability = READY,
  more: Partial<EngineCapabilities> = {},
): Candidate {
  const engine = createFakeEngine(name);
  const capabilities = { ...engine.capabilities(), operations, ...more };
  return { engine: { ...engine, capabilities: () => capabilities }, availability };
}
const far = (name: string, availability: EngineAvailability, amount?: number, currency = "USD"): Candidate =>
  candidate(name, ["text.replace", "object.remove"], availability, {
    local: false,
    cost: "paid",
    ...(amount !== undefined && { price: { amount, currency, basis: "list" } }),
  });

const planOf = (...kinds: OperationKind[]): Plan => ({ instruction: "x", operations: kinds.map((kind) => ({ kind })) });
const light = candidate("light", ["text.replace"]);
const heavy = candidate("heavy", ["text.replace", "object.remove"]);

/** Routes and notes whose state was asked for. */
async function route(wanted: string | undefined, plan: Plan, candidates: readonly Candidate[], options: RouteOptions = {}) {
  const asked: string[] = [];
  const done = await routePlan(plan, wanted, {
    ...options,
    engines: candidates.map(({ engine }) => engine),
    check: async (engine) => {
      asked.push(engine.name);
      return candidates.find((c) => c.engine === engine)!.availability;
    },
  });
  return { done, asked };
}

async function outcome(...args: Parameters<typeof route>): Promise<string> {
  const { done } = await route(...args);
  return done.ok ? done.value.engine.name : done.error.code;
}

const REMOVE = planOf("object.remove");
const BOTH = planOf("text.replace", "object.remove");
const ONLY = { localOnly: true };

/** Plan, engines in their order, what came with it → who is taken, or the code of the refusal. */
const MATRIX: readonly (readonly [string, Plan, readonly Candidate[], RouteOptions, string])[] = [
  ["light first where it can", planOf("text.replace"), [light, heavy], {}, "light"],
  ["one that can do all of it, not a part", BOTH, [light, heavy], {}, "heavy"],
  ["one that is not ready is passed over", planOf("text.replace"), [candidate("asleep", ["text.replace"], ASLEEP), heavy], {}, "heavy"],
  ["nobody ready", REMOVE, [light, candidate("asleep", ["object.remove"], ASLEEP)], {}, "engine_unavailable"],
  ["here before elsewhere, however listed", REMOVE, [far("cloud", ALLOWED, 0.01), heavy], {}, "heavy"],
  ["elsewhere the cheaper first", REMOVE, [light, far("dear", ALLOWED, 0.04), far("cheap", ALLOWED, 0.03)], {}, "cheap"],
  ["prices are compared across currencies", REMOVE, [far("yuan", ALLOWED, 0.2, "CNY"), far("dollar", ALLOWED, 0.03)], {}, "yuan"],
  ["a known price before an unknown one", REMOVE, [far("unknown", ALLOWED), far("known", ALLOWED, 0.5)], {}, "known"],
  ["without consent nothing leaves", REMOVE, [light, far("cloud", UNASKED, 0.03)], {}, "consent_needed"],
  ["an allowed dear one before a cheap one that is not", REMOVE, [far("cheap", UNASKED, 0.01), far("dear", ALLOWED, 1)], {}, "dear"],
  ["consent for this edit alone", REMOVE, [light, far("cloud", UNASKED, 0.03)], { allowed: ["cloud"] }, "cloud"],
  ["consent for another engine is none", REMOVE, [light, far("cloud", UNASKED, 0.03)], { allowed: ["other"] }, "consent_needed"],
  [
    "consent does not make up for a key",
    REMOVE,
    [far("cloud", { ...UNASKED, missing: ["key", "consent"] })],
    { allowed: ["cloud"] },
    "engine_unavailable",
  ],
  ["nothing may leave: the allowed one is not taken", REMOVE, [light, far("cloud", ALLOWED, 0.03)], ONLY, "engine_unavailable"],
  ["nothing may leave: nobody is asked to agree", REMOVE, [light, far("cloud", UNASKED, 0.03)], ONLY, "engine_unavailable"],
  ["nothing may leave: here is fine", REMOVE, [far("cloud", ALLOWED), heavy], ONLY, "heavy"],
  ["no engine knows it", planOf("crop"), [light, heavy], {}, "engine_unavailable"],
  ["no engine at all", REMOVE, [], {}, "engine_unavailable"],
];
for (const [what, plan, candidates, options, expected] of MATRIX) {
  test(`auto: ${what}`, async () => assert.equal(await outcome("auto", plan, candidates, options), expected));
}

test("a named engine is taken or refused, never replaced", async () => {
  assert.equal(await outcome("heavy", planOf("text.replace"), [light, heavy]), "heavy");
  assert.equal(await outcome("light", REMOVE, [light, heavy]), "unsupported_operation");
  assert.equal(await outcome("nobody", REMOVE, [light, heavy]), "engine_unknown");
  assert.equal(
    await outcome("asleep", planOf("text.replace"), [candidate("asleep", ["text.replace"], ASLEEP), heavy]),
    "engine_unavailable",
  );
  assert.equal(await outcome("cloud", REMOVE, [far("cloud", UNASKED), heavy]), "consent_needed");
  assert.equal(await outcome("cloud", REMOVE, [far("cloud", UNASKED), heavy], { allowed: ["cloud"] }), "cloud");
  assert.equal(await outcome("cloud", REMOVE, [far("cloud", ALLOWED), heavy], ONLY), "engine_unavailable");
});

test("no more engines are asked how they stand than needed", async () => {
  const cloud = far("cloud", ALLOWED, 0.03);
  assert.deepEqual((await route("auto", planOf("text.replace"), [light, heavy, cloud])).asked, ["light"]);
  assert.deepEqual((await route("heavy", REMOVE, [light, heavy, cloud])).asked, ["heavy"]);
  assert.deepEqual((await route("auto", REMOVE, [candidate("asleep", ["object.remove"], ASLEEP), cloud])).asked, ["asleep", "cloud"]);
});

test("the choice is explained in one sentence", async () => {
  const why = async (...args: Parameters<typeof route>): Promise<string> => {
    const { done } = await route(...args);
    return done.ok ? done.value.choice : "";
  };
  assert.equal(await why("auto", planOf("text.replace"), [light, heavy]), "light can do all of this on this machine.");
  assert.equal(
    await why("auto", REMOVE, [light, heavy]),
    "heavy does this on this machine: light cannot do object.remove, or is not ready.",
  );
  assert.equal(
    await why("auto", REMOVE, [light, far("cloud", ALLOWED, 0.03)]),
    "cloud does this at far.example, for about 0.03 USD: light cannot do object.remove, or is not ready.",
  );
  assert.equal(await why("heavy", REMOVE, [heavy]), "You asked for heavy.");
});

test("a question for consent names engine, host and price", async () => {
  const { done } = await route("auto", REMOVE, [light, far("cloud", UNASKED, 0.03)]);
  assert.ok(!done.ok);
  assert.match(done.error.message, /far\.example and cost about 0\.03 USD/);
  assert.match(done.error.help ?? "", /emend engines allow cloud/);
  assert.deepEqual(done.error.details, { engine: "cloud", host: "far.example", price: { amount: 0.03, currency: "USD", basis: "list" } });
});

test("where nothing can do it, what to install is said, and asked for only then", async () => {
  let asked = 0;
  const adviseInstall = async (): Promise<string> => {
    asked++;
    return "Install the big model.";
  };
  const none = await route("auto", REMOVE, [light, candidate("asleep", ["object.remove"], ASLEEP)], { adviseInstall });
  assert.equal(!none.done.ok && none.done.error.help, "Install the big model.");
  assert.deepEqual(!none.done.ok && none.done.error.details, {
    engines: [{ engine: "asleep", reason: "Start it.", missing: ["running"] }],
  });
  await route("auto", REMOVE, [light, heavy], { adviseInstall });
  assert.equal(asked, 1);
});

test("an engine that looks closer than the kind is asked; where nobody can, it says why not itself", async () => {
  const picky: Candidate = { ...light, engine: { ...light.engine, supports: (operation) => operation.target === "text" } };
  const query = (target: string): Plan => ({ instruction: "x", operations: [{ kind: "text.replace", target }] });
  assert.equal(await outcome("auto", query("text"), [picky]), "light");
  assert.equal(await outcome("auto", query("vase"), [picky, heavy]), "heavy");
  assert.equal(await outcome("auto", query("vase"), [picky]), "light");
  assert.equal(await outcome("auto", planOf("crop"), [picky]), "engine_unavailable");
});

test("what came with a plan counts: a drawn area makes possible what words alone do not", async () => {
  const needsArea: Candidate = { ...light, engine: { ...light.engine, supports: (_operation, given) => given?.drawn ?? false } };
  const engineFor = (drawn: boolean): Promise<string> =>
    outcome("auto", planOf("text.replace"), [needsArea, heavy], { given: { drawn, references: 0 } });
  assert.deepEqual([await engineFor(true), await engineFor(false)], ["light", "heavy"]);
});
