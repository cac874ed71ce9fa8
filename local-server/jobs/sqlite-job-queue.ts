import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { type EditRequest, EditRequestSchema, EditResultSchema, type Progress } from "../../protocol/edit.ts";
import { EmendErrorSchema, emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Database, Row } from "../store/database.ts";
import { type JobQueue, type JobRecord, MAX_ATTEMPTS } from "./job-queue.ts";

const StateSchema = v.picklist(["queued", "running", "done", "failed", "cancelled"]);
const json = (value: Row[string] | undefined): unknown => (value === null || value === undefined ? undefined : JSON.parse(String(value)));

function recordOf(row: Row): JobRecord {
  const results = json(row.results);
  const error = json(row.error);
  return {
    id: String(row.id),
    state: v.parse(StateSchema, row.state),
    request: v.parse(EditRequestSchema, json(row.request)),
    attempts: Number(row.attempts),
    ...(results !== undefined && { results: v.parse(v.array(EditResultSchema), results) }),
    ...(error !== undefined && { error: v.parse(EmendErrorSchema, error) }),
  };
}

const crashLoop = () =>
  emendError("engine_failed", `The companion stopped ${MAX_ATTEMPTS} times while working on this edit, so it is not tried again.`, {
    help: "Try a smaller picture, another engine or another instruction.",
  });
const keyReused = () =>
  err(emendError("bad_request", "This idempotency key was used for another edit.", { help: "Use a fresh key for every edit." }));

/** The queue over the embedded database, for one companion on one machine. */
export class SqliteJobQueue implements JobQueue {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #progress = new Map<string, Progress>();
  readonly #listeners = new Set<(job: JobRecord) => void>();

  constructor(db: Database, now: () => number = Date.now) {
    this.#db = db;
    this.#now = now;
  }

  async submit(request: EditRequest, key?: string): Promise<Result<JobRecord>> {
    const text = JSON.stringify(request);
    const insert =
      "INSERT OR IGNORE INTO jobs (id, idempotency_key, request, state, created_at, updated_at) VALUES (?, ?, ?, 'queued', ?, ?)";
    const id = randomUUID();
    const { changes } = this.#db.run(insert, id, key ?? null, text, this.#now(), this.#now());
    if (changes === 0 && key !== undefined) return this.#sameJob(key, text);
    const job = this.#read(id)!;
    this.#tell(job);
    return ok(job);
  }

  async get(id: string): Promise<JobRecord | undefined> {
    return this.#read(id);
  }

  async cancel(id: string): Promise<Result<JobRecord>> {
    const update = "UPDATE jobs SET state = 'cancelled', updated_at = ? WHERE id = ? AND state IN ('queued', 'running')";
    const { changes } = this.#db.run(update, this.#now(), id);
    if (changes > 0) this.#end(id);
    const job = this.#read(id);
    return job === undefined ? err(emendError("job_not_found", "There is no such job.")) : ok(job);
  }

  async claim(): Promise<JobRecord | undefined> {
    const next = "SELECT id FROM jobs WHERE state = 'queued' ORDER BY attempts, created_at, rowid LIMIT 1";
    const update = `UPDATE jobs SET state = 'running', attempts = attempts + 1, updated_at = ? WHERE id = (${next}) RETURNING *`;
    const row = this.#db.one(update, this.#now());
    if (row === undefined) return undefined;
    const job = recordOf(row);
    this.#tell(job);
    return job;
  }

  async finish(id: string, outcome: Parameters<JobQueue["finish"]>[1]): Promise<void> {
    const [state, column, value] = outcome.ok
      ? (["done", "results", outcome.value] as const)
      : (["failed", "error", outcome.error] as const);
    const update = `UPDATE jobs SET state = ?, ${column} = ?, updated_at = ? WHERE id = ? AND state = 'running'`;
    const { changes } = this.#db.run(update, state, JSON.stringify(value), this.#now(), id);
    if (changes > 0) this.#end(id);
  }

  progress(id: string, progress: Progress): void {
    const job = this.#read(id);
    if (job?.state !== "running") return;
    this.#progress.set(id, progress);
    this.#tell({ ...job, progress });
  }

  async release(id: string): Promise<void> {
    this.#db.run("UPDATE jobs SET state = 'queued', attempts = attempts - 1 WHERE id = ? AND state = 'running'", id);
    this.#progress.delete(id);
  }

  async recover(): Promise<{ readonly requeued: number; readonly failed: number }> {
    return this.#db.transaction(() => {
      const fail = "UPDATE jobs SET state = 'failed', error = ?, updated_at = ? WHERE state = 'running' AND attempts >= ?";
      const failed = this.#db.run(fail, JSON.stringify(crashLoop()), this.#now(), MAX_ATTEMPTS).changes;
      const requeue = "UPDATE jobs SET state = 'queued', updated_at = ? WHERE state = 'running'";
      return { failed, requeued: this.#db.run(requeue, this.#now()).changes };
    });
  }

  subscribe(listener: (job: JobRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #sameJob(key: string, request: string): Result<JobRecord> {
    const row = this.#db.one("SELECT * FROM jobs WHERE idempotency_key = ?", key);
    if (row === undefined || row.request !== request) return keyReused();
    return ok(this.#withProgress(recordOf(row)));
  }

  #read(id: string): JobRecord | undefined {
    const row = this.#db.one("SELECT * FROM jobs WHERE id = ?", id);
    return row === undefined ? undefined : this.#withProgress(recordOf(row));
  }

  #withProgress(job: JobRecord): JobRecord {
    const progress = this.#progress.get(job.id);
    return progress === undefined ? job : { ...job, progress };
  }

  #end(id: string): void {
    this.#progress.delete(id);
    this.#tell(this.#read(id)!);
  }

  #tell(job: JobRecord): void {
    for (const listener of this.#listeners) listener(job);
  }
}
