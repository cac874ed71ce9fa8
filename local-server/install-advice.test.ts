import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelList, ModelView } from "../protocol/models.ts";
import type { OperationKind, Plan } from "../protocol/plan.ts";
import { installAdvice } from "./install-advice.ts";

const planOf = (kind: OperationKind): Plan => ({ instruction: "x", operations: [{ kind }] });

function list(state: ModelView["state"], more: { done?: number; freeBytes?: number; vramGiB?: number } = {}): ModelList {
  const { done, freeBytes, vramGiB = 12 } = more;
  const set: ModelView = {
    id: "qwen-image-edit-2509",
    title: "t",
    use: "u",
    licence: "l",
    kind: "set",
    state,
    bytes: 15e9,
    exact: false,
    ...(done !== undefined && { done }),
  };
  return { models: [set], machine: { vramGiB, ramGiB: 32 }, ...(freeBytes !== undefined && { freeBytes }) };
}

test("size, time and room are told", () => {
  const advice = installAdvice(planOf("object.replace"), list("missing", { freeBytes: 80e9 }));
  assert.equal(
    advice,
    "emend models install qwen-image-edit-2509 adds an engine for this: 15.0 GB to fetch, about 20 minutes at 100 Mbit/s, with 80.0 GB free here.",
  );
});

test("what was fetched already is not fetched again; too little room and too small a machine are said", () => {
  assert.match(installAdvice(planOf("object.replace"), list("partial", { done: 9e9 })) ?? "", /6\.0 GB to fetch, about 8 minutes/);
  assert.match(installAdvice(planOf("object.replace"), list("missing", { freeBytes: 3e9 })) ?? "", /only 3\.0 GB are free/);
  assert.match(installAdvice(planOf("object.replace"), list("missing", { vramGiB: 0 })) ?? "", /very long: a hosted engine/);
  assert.match(installAdvice(planOf("object.replace"), list("installing", { done: 10e9 })) ?? "", /5\.0 GB are still to come/);
});

test("nothing is advised that is there or would not help", () => {
  assert.equal(installAdvice(planOf("object.replace"), list("present")), undefined);
  assert.equal(installAdvice(planOf("crop"), list("missing")), undefined);
  assert.equal(installAdvice(planOf("object.replace"), { models: [], machine: { vramGiB: 0, ramGiB: 1 } }), undefined);
});
