import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { EditRequest } from "../../protocol/edit.ts";
import { emendError, err, ok } from "../../protocol/errors.ts";
import { someResult } from "../../test/fakes/edit-result.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { type JobRecord, MAX_ATTEMPTS } from "./job-queue.ts";
import { SqliteJobQueue } from "./sqlite-job-queue.ts";

const folder = mkdtempSync(join(tmpdir(), "emend-queue-"));
const open: Database[] = [];
after(() => {
  for (const db of open) db.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
async function freshDatabase(): Promise<Database> {
  const db = await openDatabase(join(folder, String(count++)));
  assert.ok(db.ok);
  open.push(db.value);
  return db.value;
}

const request = (instruction: string): EditRequest => ({ source: "a".repeat(64), instruction });

async function submitted(queue: SqliteJobQueue, instruction = "remove it", key?: string): Promise<JobRecord> {
  const job = await queue.submit(request(instruction), key);
  assert.ok(job.ok);
  return job.value;
}

test("the same key gives the same job, with another request it is refused", async () => {
  const queue = new SqliteJobQueue(await freshDatabase());
  const first = await submitted(queue, "one", "key-12345");
  assert.equal((await submitted(queue, "one", "key-12345")).id, first.id);
  const other = await queue.submit(request("two"), "key-12345");
  assert.equal(!other.ok && other.error.code, "bad_request");
  assert.notEqual((await submitted(queue, "one")).id, first.id);
});

test("jobs are claimed oldest first, once each", async () => {
  const queue = new SqliteJobQueue(await freshDatabase(), () => 5);
  const ids = [await submitted(queue, "a"), await submitted(queue, "b")].map((job) => job.id);
  assert.deepEqual([(await queue.claim())?.id, (await queue.claim())?.id, await queue.claim()], [...ids, undefined]);
});

test("a finished job keeps its results, a failed one its error", async () => {
  const queue = new SqliteJobQueue(await freshDatabase());
  const [good, bad] = [await submitted(queue), await submitted(queue)];
  await queue.claim();
  await queue.claim();
  await queue.finish(good.id, ok([someResult()]));
  await queue.finish(bad.id, err(emendError("engine_failed", "It broke.")));
  assert.deepEqual((await queue.get(good.id))?.results, [someResult()]);
  assert.deepEqual((await queue.get(bad.id))?.error, emendError("engine_failed", "It broke."));
});

test("a cancelled job is not run and stays cancelled when its work still ends", async () => {
  const queue = new SqliteJobQueue(await freshDatabase());
  const waiting = await submitted(queue);
  await queue.cancel(waiting.id);
  assert.equal(await queue.claim(), undefined);
  const running = await submitted(queue);
  await queue.claim();
  await queue.cancel(running.id);
  await queue.finish(running.id, ok([someResult()]));
  assert.equal((await queue.get(running.id))?.state, "cancelled");
  const unknown = await queue.cancel("no-such-job");
  assert.equal(!unknown.ok && unknown.error.code, "job_not_found");
});

test("after a crash running jobs wait again behind those started less often, and fail after too many starts", async () => {
  const db = await freshDatabase();
  const { id } = await submitted(new SqliteJobQueue(db));
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const queue = new SqliteJobQueue(db);
    assert.equal((await queue.claim())?.id, id);
    await queue.recover();
    assert.equal((await queue.get(id))?.state, attempt < MAX_ATTEMPTS ? "queued" : "failed");
    const other = await submitted(queue);
    if (attempt < MAX_ATTEMPTS) assert.equal((await queue.claim())?.id, other.id);
    await queue.cancel(other.id);
  }
  assert.equal((await new SqliteJobQueue(db).get(id))?.error?.code, "engine_failed");
});

test("a released job waits again and its start is not counted", async () => {
  const queue = new SqliteJobQueue(await freshDatabase());
  const { id } = await submitted(queue);
  await queue.claim();
  await queue.release(id);
  assert.deepEqual([(await queue.get(id))?.state, (await queue.get(id))?.attempts], ["queued", 0]);
});

test("subscribers hear every change until they leave", async () => {
  const queue = new SqliteJobQueue(await freshDatabase());
  const heard: string[] = [];
  const leave = queue.subscribe((job) => heard.push(job.progress === undefined ? job.state : `${job.state} ${job.progress.stage}`));
  const { id } = await submitted(queue);
  await queue.claim();
  queue.progress(id, { stage: "find", done: 1, total: 2 });
  await queue.finish(id, ok([someResult()]));
  queue.progress(id, { stage: "store", done: 1, total: 1 });
  leave();
  await submitted(queue);
  assert.deepEqual(heard, ["queued", "running", "running find", "done"]);
});
