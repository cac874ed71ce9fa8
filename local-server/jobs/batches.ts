import { createHash, randomUUID } from "node:crypto";
import * as v from "valibot";
import type { Tenant } from "../../protocol/access.ts";
import type { BatchItem, BatchPage, BatchRequest, BatchView } from "../../protocol/batch.ts";
import { EmendErrorSchema, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { BatchesTable, JobsTable, Queries } from "../store/tables.ts";
import { type JobQueue, keyReused, type NewJob } from "./job-queue.ts";

/** Many edits of one tenant as one. */
export interface Batches {
  /** The same key goes on with the same batch: what was accepted before is not made twice. */
  submit(request: BatchRequest, key?: string): Promise<Result<{ readonly batchId: string; readonly total: number }>>;
  /** `job_not_found` */
  get(id: string, page?: BatchPage): Promise<Result<BatchView>>;
  /** Cancels what has not ended. `job_not_found` */
  cancel(id: string): Promise<Result<BatchView>>;
}

const PRIORITY = -10;
const RETRIES = 2;
const ITEMS_AT_ONCE = 200;
const noSuchBatch = (): Result<never> => err(emendError("job_not_found", "There is no such batch."));

type ItemRow = Pick<JobsTable, "id" | "item" | "state" | "error"> & { readonly needs_review: number | null };

const itemOf = ({ id, item, state, error, needs_review }: ItemRow): BatchItem => ({
  item: Number(item),
  jobId: id,
  status: state,
  ...(needs_review !== null && { needsReview: Number(needs_review) === 1 }),
  ...(error !== null && { error: v.parse(EmendErrorSchema, JSON.parse(error)) }),
});

const jobsOf = (tenant: Tenant, id: string, { edits, priority, retries }: BatchRequest): NewJob[] =>
  edits.map((request, item) => ({
    tenant,
    request,
    key: `${id}:${item}`,
    priority: priority ?? PRIORITY,
    retries: retries ?? RETRIES,
    batch: { id, item },
  }));

async function itemsOf(queries: Queries, id: string, { status, from = 0, limit = ITEMS_AT_ONCE }: BatchPage): Promise<BatchItem[]> {
  let items = queries
    .selectFrom("jobs")
    .select((eb) => [
      "id",
      "item",
      "state",
      "error",
      eb
        .selectFrom("history")
        .select((history) => history.fn.max("needs_review").as("n"))
        .whereRef("history.job_id", "=", "jobs.id")
        .as("needs_review"),
    ])
    .where("batch", "=", id)
    .where("item", ">=", from);
  if (status !== undefined) items = items.where("state", "=", status);
  return (await items.orderBy("item").limit(limit).execute()).map((row) => itemOf(row as ItemRow));
}

export function createBatches(queries: Queries, queue: JobQueue, tenant: Tenant): Batches {
  const rowOf = async (id: string): Promise<BatchesTable | undefined> =>
    queries.selectFrom("batches").selectAll().where("id", "=", id).where("tenant", "=", tenant).executeTakeFirst();
  const viewOf = async (row: BatchesTable, page: BatchPage): Promise<BatchView> => {
    const count = queries.selectFrom("jobs").select((eb) => ["state", eb.fn.countAll<number>().as("n")]);
    const counts = await count.where("batch", "=", row.id).groupBy("state").execute();
    return {
      id: row.id,
      total: row.total,
      createdAt: new Date(Number(row.created_at)).toISOString(),
      counts: Object.fromEntries(counts.map(({ state, n }) => [state, Number(n)])),
      items: await itemsOf(queries, row.id, page),
    };
  };
  const get: Batches["get"] = async (id, page = {}) => {
    const row = await rowOf(id);
    return row === undefined ? noSuchBatch() : ok(await viewOf(row, page));
  };
  /** The batch row is written before its jobs; whoever asks again under the key completes what a crash cut off. */
  const begin = async (request: BatchRequest, key: string | undefined): Promise<BatchesTable | undefined> => {
    const digest = createHash("sha256").update(JSON.stringify(request)).digest("hex");
    const row = { id: randomUUID(), tenant, idempotency_key: key ?? null, digest, total: request.edits.length, created_at: Date.now() };
    const insert = queries
      .insertInto("batches")
      .values(row)
      .onConflict((conflict) => conflict.columns(["tenant", "idempotency_key"]).doNothing());
    if (((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n) return row;
    const known = queries
      .selectFrom("batches")
      .selectAll()
      .where("tenant", "=", tenant)
      .where("idempotency_key", "=", key ?? null);
    const before = await known.executeTakeFirst();
    return before?.digest === digest ? before : undefined;
  };
  return {
    get,
    submit: async (request, key) => {
      const batch = await begin(request, key);
      if (batch === undefined) return keyReused();
      const accepted = await queue.submitAll(jobsOf(tenant, batch.id, request));
      return accepted.ok ? ok({ batchId: batch.id, total: batch.total }) : accepted;
    },
    cancel: async (id) => {
      if ((await rowOf(id)) === undefined) return noSuchBatch();
      const open = queries.selectFrom("jobs").select("id").where("batch", "=", id).where("state", "in", ["queued", "running"]);
      for (const job of await open.execute()) await queue.cancel(job.id);
      return get(id);
    },
  };
}
