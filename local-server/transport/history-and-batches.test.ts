import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { BatchView } from "../../protocol/batch.ts";
import type { HistoryEntry } from "../../protocol/history.ts";
import { type RunningCompanion, runCompanion, waitForEnd } from "../../test/fakes/running-companion.ts";
import { somePng } from "../../test/fixtures/broken-pictures.ts";

let running: RunningCompanion;
let source: string;
before(async () => {
  running = await runCompanion();
  source = await running.put(await somePng());
});
after(() => running.stop());

const send = (path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  running.call(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const answered = async <T>(response: Promise<Response>): Promise<T> => (await response).json() as Promise<T>;
const entriesOf = async (query: string): Promise<readonly HistoryEntry[]> =>
  (await answered<{ entries: HistoryEntry[] }>(running.call(`/api/v1/history?${query}`))).entries;
const codeOf = async (response: Promise<Response>): Promise<[number, string]> => {
  const { status } = await response;
  return [status, (await answered<{ error: { code: string } }>(response.then((r) => r.clone()))).error.code];
};

test("history is found by words, whatever the case, and every version says how it was made", async () => {
  await running.edit({ source, instruction: "Summer SALE -> 冬季特卖" });
  const found = await entriesOf("search=summer%20sale");
  assert.deepEqual(
    found.map(({ recipe }) => recipe?.instruction),
    ["Summer SALE -> 冬季特卖"],
  );
  assert.equal((await entriesOf(`search=${encodeURIComponent("冬季")}`)).length, 1);
  assert.deepEqual(await entriesOf("search=100%25"), [], "a % looks for a percent sign, not for everything");
  const [entry] = found;
  assert.equal(entry?.revision, "test");
  assert.ok(Object.values(entry?.models ?? {}).every((digest) => /^[0-9a-f]{64}$/.test(digest)));
  assert.ok(Object.keys(entry?.models ?? {}).length > 0);
});

test("pages of history follow each other without gap or repetition", async () => {
  for (const word of ["p1", "p2", "p3"]) await running.edit({ source, instruction: `page ${word} -> x` });
  const first = await entriesOf("search=page&limit=2");
  const second = await entriesOf(`search=page&limit=2&before=${first.at(-1)!.id}`);
  assert.deepEqual(
    [...first, ...second].map(({ recipe }) => recipe?.instruction),
    ["page p3 -> x", "page p2 -> x", "page p1 -> x"],
  );
});

test("a version made again by its recipe has the same pixels and is not taken from the cache", async () => {
  await running.edit({ source, instruction: "once -> more" });
  const [entry] = await entriesOf("search=once");
  const { jobId } = await answered<{ jobId: string }>(send(`/api/v1/history/${entry!.id}/again`));
  const job = await waitForEnd(running.call, jobId);
  assert.deepEqual([job.result?.cache, job.result?.certificate.resultPixels], ["miss", entry!.result.certificate.resultPixels]);
});

test("results to look at wait until somebody decides; decisions are kept, the latest counts", async () => {
  const job = await running.edit({ source, instruction: "look -> here", options: { script: "unsure" } });
  const open = (): Promise<readonly HistoryEntry[]> => entriesOf("review=open&search=look");
  assert.deepEqual(
    (await open()).map(({ jobId, result }) => [jobId, result.needsReview]),
    [[job.id, true]],
  );
  assert.equal((await send(`/api/v1/jobs/${job.id}/review`, { decision: "fix", note: "too dark" })).status, 201);
  assert.deepEqual(await open(), []);
  await send(`/api/v1/jobs/${job.id}/review`, { decision: "approve" });
  const [entry] = await entriesOf("review=approve&search=look");
  assert.deepEqual([entry?.review?.decision, entry?.review?.who], ["approve", "owner"]);
  const { entries: audited } = (await (await running.call("/api/v1/audit")).json()) as { entries: { action: string; subject: string }[] };
  const decided = audited.filter(({ action, subject }) => subject === job.id && action.startsWith("review."));
  assert.deepEqual(
    decided.map(({ action }) => action),
    ["review.fix", "review.approve"],
  );
  assert.deepEqual(await entriesOf("review=fix&search=look"), []);
  assert.deepEqual(await codeOf(send("/api/v1/jobs/no-such-job/review", { decision: "approve" })), [404, "job_not_found"]);
  assert.deepEqual(await codeOf(send(`/api/v1/jobs/${job.id}/review`, { decision: "maybe" })), [400, "bad_request"]);
});

async function endOfBatch(id: string): Promise<BatchView> {
  for (;;) {
    const batch = await answered<BatchView>(running.call(`/api/v1/batches/${id}`));
    if ((batch.counts.queued ?? 0) + (batch.counts.running ?? 0) === 0) return batch;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test("a batch is accepted whole, runs to its end and tells of each item", async () => {
  const edits = Array.from({ length: 5 }, (_, i) => ({ source, instruction: `b${i} -> c` }));
  const { batchId, total } = await answered<{ batchId: string; total: number }>(send("/api/v1/batches", { edits }));
  assert.equal(total, 5);
  const batch = await endOfBatch(batchId);
  assert.deepEqual(
    [batch.counts, batch.items.map(({ item, status }) => [item, status])],
    [{ done: 5 }, [0, 1, 2, 3, 4].map((i) => [i, "done"])],
  );
  const page = await answered<BatchView>(running.call(`/api/v1/batches/${batchId}?from=3&limit=1&status=done`));
  assert.deepEqual(
    page.items.map(({ item }) => item),
    [3],
  );
});

test("the same key goes on with the same batch and makes nothing twice; other edits under it are refused", async () => {
  const edits = [1, 2, 3].map((i) => ({ source, instruction: `twice ${i} -> x` }));
  const key = { "idempotency-key": "batch-key-1" };
  const first = await answered<{ batchId: string }>(send("/api/v1/batches", { edits }, key));
  await endOfBatch(first.batchId);
  const second = await answered<{ batchId: string }>(send("/api/v1/batches", { edits }, key));
  assert.equal(second.batchId, first.batchId);
  assert.deepEqual((await endOfBatch(first.batchId)).counts, { done: 3 });
  assert.equal((await entriesOf("search=twice")).length, 3);
  assert.deepEqual(await codeOf(send("/api/v1/batches", { edits: edits.slice(1) }, key)), [400, "bad_request"]);
});

test("a batch with an edit that cannot work is refused whole and says which", async () => {
  const edits = [
    { source, instruction: "a -> b" },
    { source, instruction: "hello" },
  ];
  const response = await send("/api/v1/batches", { edits });
  const { error } = (await response.json()) as { error: { code: string; details: { item: number } } };
  assert.deepEqual([response.status, error.code, error.details.item], [422, "instruction_unclear", 1]);
});

test("a cancelled batch runs no further", async () => {
  const edits = Array.from({ length: 20 }, (_, i) => ({ source, instruction: `slow${i} -> c`, options: { script: "slow", ms: 300 } }));
  const { batchId } = await answered<{ batchId: string }>(send("/api/v1/batches", { edits }));
  const cancelled = await answered<BatchView>(running.call(`/api/v1/batches/${batchId}`, { method: "DELETE" }));
  assert.ok((cancelled.counts.cancelled ?? 0) >= 18);
  assert.equal((await endOfBatch(batchId)).counts.queued, undefined);
});

test("people go before batches", async () => {
  const edits = Array.from({ length: 10 }, (_, i) => ({ source, instruction: `crowd${i} -> c`, options: { script: "slow", ms: 200 } }));
  const { batchId } = await answered<{ batchId: string }>(send("/api/v1/batches", { edits }));
  const job = await running.edit({ source, instruction: "person -> first" });
  const batch = await answered<BatchView>(running.call(`/api/v1/batches/${batchId}`, { method: "DELETE" }));
  assert.equal(job.status, "done");
  assert.ok((batch.counts.done ?? 0) <= 3, `${batch.counts.done} of the batch went first`);
});
