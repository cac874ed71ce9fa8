import type { EditResult, Progress } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Database, Row } from "../store/database.ts";
import type { JobsTable } from "../store/tables.ts";
import { crashLoop, type JobQueue, type JobRecord, keyReused, MAX_ATTEMPTS, type NewJob, pauseBefore } from "./job-queue.ts";
import { freshRecord, recordOf, rowOf } from "./job-row.ts";
import { closedLanes, type LaneLimits } from "./lanes.ts";

export interface SqliteQueueOptions {
  readonly now?: () => number;
  readonly limits?: LaneLimits;
}

const INSERT = `INSERT OR IGNORE INTO jobs
  (id, tenant, idempotency_key, request, lane, priority, turn, state, results, retries, batch, item, created_at, updated_at)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, max(
    coalesce((SELECT min(turn) FROM jobs WHERE state = 'queued' AND priority = ?6), 0),
    coalesce((SELECT max(turn) + 1 FROM jobs WHERE state = 'queued' AND tenant = ?2 AND priority = ?6), 0)
  ), ?11, ?12, ?7, ?8, ?9, ?10, ?10)`;

const NEXT = `UPDATE jobs SET state = 'running', attempts = attempts + 1, updated_at = ?1 WHERE id = (
  SELECT id FROM jobs WHERE state = 'queued' AND run_after <= ?1 AND lane NOT IN (SELECT value FROM json_each(?2))
  ORDER BY priority DESC, attempts, turn, created_at, rowid LIMIT 1) RETURNING *`;

const jobOf = (row: Row): JobRecord => recordOf(row as unknown as JobsTable);
/** setTimeout counts in 31 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Submission {
  readonly job: NewJob;
  resolve(record: JobRecord | undefined): void;
  reject(error: unknown): void;
}

/** The queue over the embedded database, for one companion on one machine. */
export class SqliteJobQueue implements JobQueue {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #limits: LaneLimits;
  readonly #progress = new Map<string, Progress>();
  readonly #listeners = new Set<(job: JobRecord) => void>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #waiting: Submission[] = [];

  constructor(db: Database, options: SqliteQueueOptions = {}) {
    this.#db = db;
    this.#now = options.now ?? Date.now;
    this.#limits = options.limits ?? {};
  }

  async submit(job: NewJob): Promise<Result<JobRecord>> {
    const record = await this.#commit(job);
    if (record === undefined) return this.#sameJob(job);
    this.#tell(record);
    return ok(record);
  }

  async submitAll(jobs: readonly NewJob[]): Promise<Result<undefined>> {
    const records = this.#db.transaction(() => jobs.map((job) => this.#insert(job)));
    const first = records.find((record) => record !== undefined);
    if (first !== undefined) this.#tell(first);
    return ok(undefined);
  }

  async get(id: string): Promise<JobRecord | undefined> {
    return this.#read(id);
  }

  async cancel(id: string): Promise<Result<JobRecord>> {
    const update = "UPDATE jobs SET state = 'cancelled', updated_at = ? WHERE id = ? AND state IN ('queued', 'running')";
    if (this.#db.run(update, this.#now(), id).changes > 0) this.#changed(id);
    const job = this.#read(id);
    return job === undefined ? err(emendError("job_not_found", "There is no such job.")) : ok(job);
  }

  async claim(): Promise<JobRecord | undefined> {
    const row = this.#db.one(NEXT, this.#now(), JSON.stringify(closedLanes(this.#runningLanes(), this.#limits)));
    if (row === undefined) return undefined;
    const job = jobOf(row);
    this.#tell(job);
    return job;
  }

  async finish(job: JobRecord, outcome: Result<readonly EditResult[]>): Promise<void> {
    const mine = "WHERE id = ? AND state = 'running' AND attempts = ?";
    if (!outcome.ok && outcome.error.retryable && this.#retriesLeft(job)) return this.#again(job, mine);
    const [state, column, value] = outcome.ok
      ? (["done", "results", outcome.value] as const)
      : (["failed", "error", outcome.error] as const);
    const update = `UPDATE jobs SET state = ?, ${column} = ?, updated_at = ? ${mine}`;
    if (this.#db.run(update, state, JSON.stringify(value), this.#now(), job.id, job.attempts).changes > 0) this.#changed(job.id);
  }

  progress(id: string, progress: Progress): void {
    const job = this.#read(id);
    if (job?.state !== "running") return;
    this.#progress.set(id, progress);
    this.#tell({ ...job, progress });
  }

  async release({ id, attempts }: JobRecord): Promise<void> {
    const update = "UPDATE jobs SET state = 'queued', attempts = attempts - 1 WHERE id = ? AND state = 'running' AND attempts = ?";
    this.#db.run(update, id, attempts);
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

  async depth(): Promise<{ readonly queued: number; readonly running: number }> {
    const row = this.#db.one(`SELECT (SELECT count(*) FROM jobs WHERE state = 'queued') AS queued,
      (SELECT count(*) FROM jobs WHERE state = 'running') AS running`);
    return { queued: Number(row?.queued), running: Number(row?.running) };
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#listeners.clear();
  }

  /** Jobs that come in together share one commit, and so one wait for the disk. Settles when that commit is done. */
  #commit(job: NewJob): Promise<JobRecord | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.push({ job, resolve, reject }) === 1) setImmediate(() => this.#flush());
    });
  }

  #flush(): void {
    const together = this.#waiting.splice(0);
    try {
      const records = this.#db.transaction(() => together.map(({ job }) => this.#insert(job)));
      for (const [i, { resolve }] of together.entries()) resolve(records[i]);
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  /** The new job; `undefined` where the key is known already. */
  #insert(job: NewJob): JobRecord | undefined {
    const row = rowOf(job, this.#now());
    const placed = [row.id, row.tenant, row.idempotency_key, row.request, row.lane, row.priority, row.retries, row.batch, row.item];
    return this.#db.run(INSERT, ...placed, row.created_at, row.state, row.results).changes > 0 ? freshRecord(job, row) : undefined;
  }

  #sameJob({ tenant, key, request }: NewJob): Result<JobRecord> {
    const row = this.#db.one("SELECT * FROM jobs WHERE tenant = ? AND idempotency_key = ?", tenant, key ?? null);
    if (row === undefined || row.request !== JSON.stringify(request)) return keyReused();
    return ok(this.#withProgress(jobOf(row)));
  }

  #runningLanes(): Readonly<Record<string, number>> {
    if (Object.keys(this.#limits).length === 0) return {};
    const rows = this.#db.all("SELECT lane, count(*) AS n FROM jobs WHERE state = 'running' GROUP BY lane");
    return Object.fromEntries(rows.map(({ lane, n }) => [String(lane), Number(n)]));
  }

  #retriesLeft({ id, attempts }: JobRecord): boolean {
    return attempts <= Number(this.#db.one("SELECT retries FROM jobs WHERE id = ?", id)?.retries ?? 0);
  }

  #again(job: JobRecord, mine: string): void {
    const pause = pauseBefore(job.attempts);
    const update = `UPDATE jobs SET state = 'queued', run_after = ?, updated_at = ? ${mine}`;
    if (this.#db.run(update, this.#now() + pause, this.#now(), job.id, job.attempts).changes === 0) return;
    this.#changed(job.id);
    this.#wakeIn(pause, job.id);
  }

  #wakeIn(ms: number, id: string): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        const job = this.#read(id);
        if (job?.state === "queued") this.#tell(job);
      },
      Math.min(ms, LONGEST_TIMER_MS),
    ).unref();
    this.#timers.add(timer);
  }

  #read(id: string): JobRecord | undefined {
    const row = this.#db.one("SELECT * FROM jobs WHERE id = ?", id);
    return row === undefined ? undefined : this.#withProgress(jobOf(row));
  }

  #withProgress(job: JobRecord): JobRecord {
    const progress = this.#progress.get(job.id);
    return progress === undefined ? job : { ...job, progress };
  }

  #changed(id: string): void {
    this.#progress.delete(id);
    this.#tell(this.#read(id)!);
  }

  #tell(job: JobRecord): void {
    for (const listener of this.#listeners) listener(job);
  }
}
