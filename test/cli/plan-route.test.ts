import assert from "node:assert/strict";
import { after, test } from "node:test";
import { runEmendHere, workFolder } from "./run-emend.ts";

const folder = workFolder();
after(() => folder.dispose());

test("a plan can say who would carry it out and why, without running anything", async () => {
  const { code, out } = await runEmendHere(["plan", "a -> b", "--route", "--json"], folder.path);
  const plan = JSON.parse(out) as { operations: unknown[]; route: unknown };
  assert.equal(code, 0);
  assert.equal(plan.operations.length, 1);
  assert.deepEqual(plan.route, { engine: "fake", choice: "fake can do all of this on this machine." });
});

test("what stands in the way is part of the plan's route; a plan that was not understood has none", async () => {
  const named = await runEmendHere(["plan", "a -> b", "--route", "--engine", "nobody"], folder.path);
  assert.match(named.out, /There is no engine called "nobody"/);
  const unclear = await runEmendHere(["plan", "hmm", "--route", "--json"], folder.path);
  assert.equal("route" in (JSON.parse(unclear.out) as object), false);
});
