import assert from "node:assert/strict";
import { test } from "node:test";
import { en } from "../i18n/en.ts";
import type { Job } from "../session/job/job-state.ts";
import { source } from "../testing/builders.ts";
import { jobProgress } from "./job-progress.ts";

const run = {
  key: "key-00000001",
  startedAt: 1000,
  source: source(),
  from: "text" as const,
  request: { source: "a".repeat(64) },
  label: "",
};
const running = (progress: Extract<Job, { kind: "running" }>["progress"]) =>
  jobProgress({ kind: "running", run, jobId: "job-00000001", progress }, en.progress);

test("a job without news waits for its turn, with no bar to believe", () => {
  assert.deepEqual(running(undefined), { words: "Waiting for its turn…", share: undefined, startedAt: 1000, cancellable: true });
});

test("the bar is the stage's place among the thirteen, moved within it by what is done", () => {
  assert.equal(running({ stage: "decode", done: 0, total: 0 })?.share, 0);
  assert.equal(running({ stage: "fit", done: 1, total: 2 })?.share, 4.5 / 13);
  assert.equal(running({ stage: "store", done: 9, total: 3 })?.share, 1);
});

test("nothing is under way before and after a job", () => {
  assert.equal(jobProgress({ kind: "idle" }, en.progress), undefined);
});
