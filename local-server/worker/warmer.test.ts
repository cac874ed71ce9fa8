import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as after } from "node:timers/promises";
import { createWarmer } from "./warmer.ts";

const three = (taken: number[]) =>
  async function* () {
    for (const step of [1, 2, 3]) {
      taken.push(step);
      yield;
    }
  };

test("steps are taken once, and none begins while somebody waits", async () => {
  const taken: number[] = [];
  const warmer = createWarmer(three(taken));
  const { promise, resolve } = Promise.withResolvers<string>();
  const work = warmer.during(promise);
  warmer.begin();
  warmer.begin();
  await after(150);
  assert.deepEqual(taken, [1]);
  resolve("done");
  assert.equal(await work, "done");
  while (taken.length < 3) await after(20);
  await after(100);
  assert.deepEqual(taken, [1, 2, 3]);
});

test("an end leaves out what is left, and a step that fails is nobody's error", async () => {
  const taken: number[] = [];
  const warmer = createWarmer(three(taken));
  warmer.end();
  warmer.begin();
  await after(150);
  assert.deepEqual(taken, [1]);
  createWarmer(async function* () {
    yield;
    throw new Error("no model");
  }).begin();
  await after(150);
});
