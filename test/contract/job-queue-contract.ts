import assert from "node:assert/strict";
import { test } from "node:test";
import { type JobQueue, type JobRecord, MAX_ATTEMPTS, type NewJob } from "../../local-server/jobs/job-queue.ts";
import type { LaneLimits } from "../../local-server/jobs/lanes.ts";
import type { EditRequest } from "../../protocol/edit.ts";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { someResult } from "../fakes/edit-result.ts";

/** A queue under test, empty at first. */
export interface QueueUnderTest {
  readonly queue: JobQueue;
  /** Ends it as `kill -9` would and gives the queue that finds what is left, recovered. */
  crash(): Promise<JobQueue>;
}

export type OpenQueue = (options?: { readonly limits?: LaneLimits }) => Promise<QueueUnderTest>;

const WAIT_MS = 10_000;
const request = (instruction: string, engine?: string): EditRequest => ({
  source: "a".repeat(64),
  instruction,
  ...(engine !== undefined && { engine }),
});
const codeOf = <T>(result: Result<T>): string => (result.ok ? "ok" : (result.error as EmendError).code);

async function submitted(queue: JobQueue, job: Partial<NewJob> = {}): Promise<JobRecord> {
  const made = await queue.submit({ tenant: "local", request: request("remove it"), ...job });
  assert.ok(made.ok, codeOf(made));
  return made.value;
}

async function claimed(queue: JobQueue): Promise<JobRecord> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const job = await queue.claim();
    if (job !== undefined) return job;
  }
  throw new Error("no job became ready");
}

async function until(seen: () => boolean): Promise<void> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 10))) if (seen()) return;
  throw new Error("not seen");
}

function identity(name: string, open: OpenQueue): void {
  test(`${name}: the same key of a tenant gives the same job, with another request it is refused`, async () => {
    const { queue } = await open();
    const keyed = { key: "key-12345", request: request("one") };
    const first = await submitted(queue, keyed);
    assert.equal((await submitted(queue, keyed)).id, first.id);
    assert.equal(codeOf(await queue.submit({ ...keyed, tenant: "local", request: request("two") })), "bad_request");
    assert.notEqual((await submitted(queue, { ...keyed, tenant: "other" })).id, first.id);
    assert.notEqual((await submitted(queue, { request: keyed.request })).id, first.id);
  });

  test(`${name}: many jobs go in together, those known already stay as they are`, async () => {
    const { queue } = await open();
    const jobs = Array.from({ length: 250 }, (_, i): NewJob => ({ tenant: "local", request: request(`n${i}`), key: `batch-key-${i}` }));
    assert.ok((await queue.submitAll(jobs.slice(0, 100))).ok);
    assert.ok((await queue.submitAll(jobs)).ok);
    assert.deepEqual(await queue.depth(), { queued: 250, running: 0 });
  });
}

function known(name: string, open: OpenQueue): void {
  test(`${name}: a job whose results are known is done at once and never given out`, async () => {
    const { queue } = await open();
    const job = await submitted(queue, { results: [someResult()] });
    assert.deepEqual([(await queue.get(job.id))?.state, (await queue.get(job.id))?.results], ["done", [someResult()]]);
    assert.equal(await queue.claim(), undefined);
  });
}

function order(name: string, open: OpenQueue): void {
  test(`${name}: jobs are claimed oldest first, once each`, async () => {
    const { queue } = await open();
    const ids = [(await submitted(queue)).id, (await submitted(queue)).id];
    assert.deepEqual([(await claimed(queue)).id, (await claimed(queue)).id, await queue.claim()], [...ids, undefined]);
  });

  test(`${name}: higher priority goes first`, async () => {
    const { queue } = await open();
    await submitted(queue);
    const urgent = await submitted(queue, { priority: 5 });
    assert.equal((await claimed(queue)).id, urgent.id);
  });

  test(`${name}: tenants take turns, however many jobs one of them has`, async () => {
    const { queue } = await open();
    await queue.submitAll(Array.from({ length: 6 }, (_, i): NewJob => ({ tenant: "many", request: request(`m${i}`) })));
    for (const tenant of ["few", "few", "one"]) await submitted(queue, { tenant });
    const tenants: string[] = [];
    for (let i = 0; i < 9; i++) tenants.push((await claimed(queue)).tenant);
    assert.deepEqual([...tenants.slice(0, 3)].sort(), ["few", "many", "one"]);
    assert.deepEqual([...tenants.slice(3, 5)].sort(), ["few", "many"]);
    assert.deepEqual(tenants.slice(5), ["many", "many", "many", "many"]);
  });

  test(`${name}: an engine never runs more jobs than its limit, and what may end there counts`, async () => {
    const { queue } = await open({ limits: { gpu: 1 } });
    for (const engine of ["gpu", "gpu", undefined, "light"]) await submitted(queue, { request: request("x", engine) });
    const first = await claimed(queue);
    const second = await claimed(queue);
    assert.deepEqual([first.lane, second.lane, await queue.claim()], ["gpu", "light", undefined]);
    await queue.finish(first, ok([someResult()]));
    assert.equal((await claimed(queue)).lane, "gpu");
  });

  test(`${name}: claims at once never give out a job twice nor pass an engine's limit`, async () => {
    const { queue } = await open({ limits: { gpu: 2 } });
    await queue.submitAll(Array.from({ length: 12 }, (_, i): NewJob => ({ tenant: "local", request: request(`x${i}`, "gpu") })));
    const done = new Set<string>();
    let running = 0;
    let most = 0;
    const worker = async (): Promise<void> => {
      for (const end = Date.now() + WAIT_MS; done.size < 12 && Date.now() < end; ) {
        const job = await queue.claim();
        if (job === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
        else {
          most = Math.max(most, ++running);
          assert.ok(!done.has(job.id));
          done.add(job.id);
          await new Promise((resolve) => setTimeout(resolve, 10));
          running--;
          await queue.finish(job, ok([someResult()]));
        }
      }
    };
    await Promise.all(Array.from({ length: 5 }, worker));
    assert.deepEqual([done.size, most], [12, 2]);
  });
}

function ends(name: string, open: OpenQueue): void {
  test(`${name}: a finished job keeps its results, a failed one its error`, async () => {
    const { queue } = await open();
    await submitted(queue);
    await submitted(queue);
    const [good, bad] = [await claimed(queue), await claimed(queue)];
    await queue.finish(good, ok([someResult()]));
    await queue.finish(bad, err(emendError("engine_failed", "It broke.")));
    assert.deepEqual((await queue.get(good.id))?.results, [someResult()]);
    assert.deepEqual((await queue.get(bad.id))?.error, emendError("engine_failed", "It broke."));
    assert.deepEqual(await queue.depth(), { queued: 0, running: 0 });
  });

  test(`${name}: a cancelled job is not run and stays cancelled when its work still ends`, async () => {
    const { queue } = await open();
    const waiting = await submitted(queue);
    await queue.cancel(waiting.id);
    assert.equal(await queue.claim(), undefined);
    await submitted(queue);
    const running = await claimed(queue);
    await queue.cancel(running.id);
    await queue.finish(running, ok([someResult()]));
    assert.equal((await queue.get(running.id))?.state, "cancelled");
    assert.equal(codeOf(await queue.cancel("00000000-0000-4000-8000-000000000000")), "job_not_found");
  });

  test(`${name}: a job with retries left waits and is tried again after a failure that may pass, and no oftener`, async () => {
    const { queue } = await open();
    await submitted(queue, { retries: 1 });
    const first = await claimed(queue);
    const failed = err(emendError("engine_timeout", "Too long."));
    await queue.finish(first, failed);
    assert.equal((await queue.get(first.id))?.state, "queued");
    assert.equal(await queue.claim(), undefined, "not before its pause is over");
    const second = await claimed(queue);
    assert.deepEqual([second.id, second.attempts], [first.id, 2]);
    await queue.finish(second, failed);
    assert.equal((await queue.get(first.id))?.state, "failed");
  });

  test(`${name}: a failure that will not pass is not tried again`, async () => {
    const { queue } = await open();
    await submitted(queue, { retries: 3 });
    const job = await claimed(queue);
    await queue.finish(job, err(emendError("text_not_found", "Not there.")));
    assert.equal((await queue.get(job.id))?.state, "failed");
  });

  test(`${name}: a released job waits again and its start is not counted`, async () => {
    const { queue } = await open();
    await submitted(queue);
    const job = await claimed(queue);
    await queue.release(job);
    assert.deepEqual([(await queue.get(job.id))?.state, (await queue.get(job.id))?.attempts], ["queued", 0]);
    assert.equal((await claimed(queue)).id, job.id);
  });
}

function crashes(name: string, open: OpenQueue): void {
  test(`${name}: after a crash running jobs wait again behind those started less often`, async () => {
    const under = await open();
    const { id } = await submitted(under.queue);
    await claimed(under.queue);
    const queue = await under.crash();
    assert.equal((await queue.get(id))?.state, "queued");
    const other = await submitted(queue);
    assert.deepEqual([(await claimed(queue)).id, (await claimed(queue)).id], [other.id, id]);
  });

  test(`${name}: what a start that was given up still delivers is not taken`, async () => {
    const under = await open();
    await submitted(under.queue);
    const first = await claimed(under.queue);
    const queue = await under.crash();
    const second = await claimed(queue);
    assert.equal(second.id, first.id);
    await queue.finish(first, err(emendError("engine_failed", "The old start.")));
    assert.equal((await queue.get(first.id))?.state, "running");
    await queue.finish(second, ok([someResult()]));
    assert.equal((await queue.get(first.id))?.state, "done");
  });

  test(`${name}: a job that takes its companion down again and again fails after too many starts`, async () => {
    let under = await open();
    const { id } = await submitted(under.queue);
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      assert.equal((await claimed(under.queue)).id, id);
      under = { ...under, queue: await under.crash() };
      assert.equal((await under.queue.get(id))?.state, attempt < MAX_ATTEMPTS ? "queued" : "failed");
    }
    assert.equal((await under.queue.get(id))?.error?.code, "engine_failed");
  });
}

function news(name: string, open: OpenQueue): void {
  test(`${name}: subscribers hear every change until they leave`, async () => {
    const { queue } = await open();
    const heard: string[] = [];
    const leave = queue.subscribe((job) => heard.push(job.progress === undefined ? job.state : `${job.state} ${job.progress.stage}`));
    await submitted(queue);
    await until(() => heard.includes("queued"));
    const job = await claimed(queue);
    await until(() => heard.includes("running"));
    queue.progress(job.id, { stage: "find", done: 1, total: 2 });
    await until(() => heard.includes("running find"));
    await queue.finish(job, ok([someResult()]));
    await until(() => heard.includes("done"));
    leave();
    await submitted(queue);
    assert.deepEqual(heard, ["queued", "running", "running find", "done"]);
  });
}

/** What every queue must hold, whatever keeps it. */
export function jobQueueContract(name: string, open: OpenQueue): void {
  for (const part of [identity, known, order, ends, crashes, news]) part(name, open);
}
