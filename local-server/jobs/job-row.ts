import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { EditRequestSchema, EditResultSchema } from "../../protocol/edit.ts";
import { EmendErrorSchema } from "../../protocol/errors.ts";
import type { JobsTable } from "../store/tables.ts";
import type { JobRecord, NewJob } from "./job-queue.ts";
import { AUTO } from "./lanes.ts";

const Results = v.array(EditResultSchema);

/** A stored job as a record; a row that is not valid is a bug and throws. */
export function recordOf(
  row: Pick<JobsTable, "id" | "tenant" | "state" | "lane" | "attempts" | "request" | "results" | "error">,
): JobRecord {
  return {
    id: row.id,
    tenant: row.tenant,
    state: row.state,
    lane: row.lane,
    attempts: Number(row.attempts),
    request: v.parse(EditRequestSchema, JSON.parse(row.request)),
    ...(row.results !== null && { results: v.parse(Results, JSON.parse(row.results)) }),
    ...(row.error !== null && { error: v.parse(EmendErrorSchema, JSON.parse(row.error)) }),
  };
}

/** The record of a job just written as `row`, without reading it back. */
export const freshRecord = (job: NewJob, { id, tenant, state, lane }: JobsTable): JobRecord => ({
  id,
  tenant,
  state,
  lane,
  attempts: 0,
  request: job.request,
  ...(job.results !== undefined && { results: job.results }),
});

/** A new job as a row, its turn not yet known. */
export function rowOf(job: NewJob, now: number): JobsTable {
  return {
    id: randomUUID(),
    tenant: job.tenant,
    idempotency_key: job.key ?? null,
    request: JSON.stringify(job.request),
    lane: job.request.engine ?? AUTO,
    priority: job.priority ?? 0,
    turn: 0,
    state: job.results === undefined ? "queued" : "done",
    attempts: 0,
    retries: job.retries ?? 0,
    run_after: 0,
    batch: job.batch?.id ?? null,
    item: job.batch?.item ?? null,
    results: job.results === undefined ? null : JSON.stringify(job.results),
    error: null,
    created_at: now,
    updated_at: now,
  };
}
