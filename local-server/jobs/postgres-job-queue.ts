import { type Kysely, sql, type Transaction } from "kysely";
import { fromKysely, type JobInsert, PgBoss } from "pg-boss";
import type { EditResult, Progress } from "../../protocol/edit.ts";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Postgres } from "../store/postgres.ts";
import type { JobsTable, Tables } from "../store/tables.ts";
import { JobNews } from "./job-news.ts";
import { crashLoop, type JobQueue, type JobRecord, keyReused, MAX_ATTEMPTS, type NewJob, pauseBefore } from "./job-queue.ts";
import { recordOf, rowOf } from "./job-row.ts";
import { closedLanes, type LaneLimits } from "./lanes.ts";

export interface PostgresQueueOptions {
  readonly url: string;
  readonly limits?: LaneLimits;
  /** Told of trouble in the background that mends itself: a lost connection, a slow query. */
  onTrouble?(error: Error): void;
}

/** Messages of pg-boss say which job is to be run; the job itself, its state and its results are rows of `jobs`. */
const QUEUE = "emend-edits";
const DEAD = "emend-edits-dead";
/** Keeps claims of different machines from passing an engine's limit between counting and taking. */
const CLAIM_LOCK = 7_305_195;
/** pg-boss's least. A worker that died is noticed after this long. */
const HEARTBEAT_S = 10;
const BEAT_MS = 3_000;
const SWEEP_MS = 2_000;
const EXPIRE_S = 2 * 60 * 60;
const REDELIVER_S = 1;
/** One priority is this many turns of round robin. */
const TURNS = 1_000_000;
const INSERT_AT_ONCE = 500;

type Row = JobsTable & { message?: string | null };
type Within = Transaction<Tables>;

/** The queue of a team: any number of companions accept, any number of workers on any number of machines run. */
export class PostgresJobQueue implements JobQueue {
  readonly #db: Kysely<Tables>;
  readonly #boss: PgBoss;
  readonly #limits: LaneLimits;
  readonly #news: JobNews;
  /** Messages of the jobs this process runs, by job. */
  readonly #held = new Map<string, string>();
  readonly #timers: NodeJS.Timeout[] = [];

  private constructor(db: Kysely<Tables>, boss: PgBoss, limits: LaneLimits) {
    this.#db = db;
    this.#boss = boss;
    this.#limits = limits;
    this.#news = new JobNews(db, (id) => this.get(id));
  }

  /** Sets up pg-boss in its own schema and begins to listen. */
  static async open(postgres: Postgres, { url, limits = {}, onTrouble }: PostgresQueueOptions): Promise<PostgresJobQueue> {
    const boss = new PgBoss({
      connectionString: url,
      max: 4,
      schedule: false,
      superviseIntervalSeconds: SWEEP_MS / 1000,
      monitorIntervalSeconds: SWEEP_MS / 1000,
    });
    boss.on("error", (error) => onTrouble?.(error));
    await boss.start();
    await boss.createQueue(DEAD);
    const delivery = { retryLimit: MAX_ATTEMPTS - 1, retryDelay: REDELIVER_S };
    await boss.createQueue(QUEUE, { ...delivery, heartbeatSeconds: HEARTBEAT_S, expireInSeconds: EXPIRE_S, deadLetter: DEAD });
    const queue = new PostgresJobQueue(postgres.queries, boss, limits);
    await queue.#news.open(postgres);
    const quietly = (work: () => Promise<unknown>) => () => void work().catch((error: Error) => onTrouble?.(error));
    queue.#timers.push(
      setInterval(
        quietly(() => queue.#beat()),
        BEAT_MS,
      ).unref(),
      setInterval(
        quietly(() => queue.#sweep()),
        SWEEP_MS,
      ).unref(),
    );
    return queue;
  }

  async submit(job: NewJob): Promise<Result<JobRecord>> {
    const inserted = await this.#db.transaction().execute(async (within) => {
      const row = await this.#insert(within, job);
      if (row?.state === "queued") await this.#send(within, [row]);
      if (row !== undefined) await this.#news.tell(row.id, within);
      return row;
    });
    return inserted === undefined ? this.#sameJob(job) : ok(recordOf(inserted));
  }

  async submitAll(jobs: readonly NewJob[]): Promise<Result<undefined>> {
    await this.#db.transaction().execute(async (within) => {
      for (let at = 0; at < jobs.length; at += INSERT_AT_ONCE) {
        const rows: Row[] = [];
        for (const job of jobs.slice(at, at + INSERT_AT_ONCE)) {
          const row = await this.#insert(within, job);
          if (row !== undefined) rows.push(row);
        }
        if (rows.length > 0) await this.#send(within, rows);
        if (at === 0 && rows[0] !== undefined) await this.#news.tell(rows[0].id, within);
      }
    });
    return ok(undefined);
  }

  async get(id: string): Promise<JobRecord | undefined> {
    const row = await this.#db.selectFrom("jobs").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : this.#news.withProgress(recordOf(row));
  }

  async cancel(id: string): Promise<Result<JobRecord>> {
    const open = this.#db.updateTable("jobs").set({ state: "cancelled", updated_at: Date.now() }).where("id", "=", id);
    const ended = await open.where("state", "in", ["queued", "running"]).returning("id").executeTakeFirst();
    if (ended !== undefined) await this.#news.tell(id);
    const job = await this.get(id);
    return job === undefined ? err(emendError("job_not_found", "There is no such job.")) : ok(job);
  }

  async claim(): Promise<JobRecord | undefined> {
    for (;;) {
      const taken = await this.#db.transaction().execute((within) => this.#take(within));
      if (taken === "none") return undefined;
      if (taken === "stale") continue;
      this.#held.set(taken.id, taken.message ?? "");
      return recordOf(taken);
    }
  }

  async finish(job: JobRecord, outcome: Result<readonly EditResult[]>): Promise<void> {
    const end = outcome.ok
      ? { state: "done", results: JSON.stringify(outcome.value) }
      : { state: "failed", error: JSON.stringify(outcome.error) };
    await this.#db.transaction().execute(async (within) => {
      const mine = this.#mine(within, job);
      const again = !outcome.ok && outcome.error.retryable;
      const kept = again
        ? await mine.set({ state: "queued" }).where(sql<boolean>`attempts <= retries`).returningAll().executeTakeFirst()
        : undefined;
      if (kept !== undefined) await this.#send(within, [kept], pauseBefore(job.attempts));
      else if (
        await mine
          .set(end as Partial<JobsTable>)
          .returning("id")
          .executeTakeFirst()
          .then((row) => row === undefined)
      )
        return;
      await this.#settle(within, job.id);
      await this.#news.tell(job.id, within);
    });
    this.#letGo(job.id);
  }

  progress(id: string, progress: Progress): void {
    if (this.#held.has(id)) this.#news.tellProgress(id, progress);
  }

  async release(job: JobRecord): Promise<void> {
    await this.#db.transaction().execute(async (within) => {
      const back = await this.#mine(within, job)
        .set({ state: "queued", attempts: job.attempts - 1 })
        .returningAll()
        .executeTakeFirst();
      if (back === undefined) return;
      await this.#settle(within, job.id);
      await this.#send(within, [back]);
      await this.#news.tell(job.id, within);
    });
    this.#letGo(job.id);
  }

  async recover(): Promise<{ readonly requeued: number; readonly failed: number }> {
    await this.#boss.supervise(QUEUE);
    return this.#sweep();
  }

  subscribe(listener: (job: JobRecord) => void): () => void {
    return this.#news.subscribe(listener);
  }

  async depth(): Promise<{ readonly queued: number; readonly running: number }> {
    const count = this.#db.selectFrom("jobs").select((eb) => ["state", eb.fn.countAll<number>().as("n")]);
    const rows = await count.where("state", "in", ["queued", "running"]).groupBy("state").execute();
    const of = (state: string): number => Number(rows.find((row) => row.state === state)?.n ?? 0);
    return { queued: of("queued"), running: of("running") };
  }

  /** Takes in jobs of another queue as they are; those that have not ended wait here. Known ones are left alone. */
  async adopt(jobs: readonly JobsTable[]): Promise<void> {
    await this.#db.transaction().execute(async (within) => {
      const waiting: Row[] = [];
      for (const job of jobs) {
        const row: Row = job.state === "running" ? { ...job, state: "queued" } : job;
        const insert = within
          .insertInto("jobs")
          .values(row)
          .onConflict((conflict) => conflict.doNothing());
        const isNew = (await insert.returning("id").executeTakeFirst()) !== undefined;
        if (isNew && row.state === "queued") waiting.push(row);
      }
      if (waiting.length > 0) await this.#send(within, waiting);
    });
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#news.close();
    await this.#boss.stop({ graceful: false });
  }

  /** The new row with its turn; `undefined` where the tenant's key is known. */
  async #insert(within: Within, job: NewJob): Promise<Row | undefined> {
    const row = rowOf(job, Date.now());
    const turn = sql<number>`greatest(
      coalesce((SELECT min(turn) FROM jobs WHERE state = 'queued' AND priority = ${row.priority}), 0),
      coalesce((SELECT max(turn) + 1 FROM jobs WHERE state = 'queued' AND tenant = ${row.tenant} AND priority = ${row.priority}), 0))`;
    const insert = within.insertInto("jobs").values({ ...row, turn });
    return insert
      .onConflict((conflict) => conflict.columns(["tenant", "idempotency_key"]).doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  async #send(within: Within, rows: readonly Row[], pauseMs = 0): Promise<void> {
    const messages = rows.map((row): JobInsert => {
      return {
        data: { job: row.id },
        priority: row.priority * TURNS - row.turn,
        group: { id: row.lane },
        ...(pauseMs > 0 && { startAfter: new Date(Date.now() + pauseMs) }),
      };
    });
    await this.#boss.insert(QUEUE, messages, { db: fromKysely(within) });
  }

  async #take(within: Within): Promise<Row | "none" | "stale"> {
    const db = fromKysely(within);
    const closed = await this.#closedLanes(within);
    const [message] = await this.#boss.fetch<{ job: string }>(QUEUE, {
      batchSize: 1,
      ...(closed.length > 0 && { ignoreGroups: [...closed] }),
      db,
    });
    if (message === undefined) return "none";
    const start = within.updateTable("jobs").set(
      (eb) =>
        ({
          state: "running",
          attempts: eb("attempts", "+", 1),
          updated_at: Date.now(),
          message: message.id,
        }) as object,
    );
    // A message comes again only after its holder stopped breathing, so a job still called running is nobody's.
    const row = await start
      .where("id", "=", message.data.job)
      .where("state", "in", ["queued", "running"])
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) {
      await this.#boss.complete(QUEUE, message.id, null, { db });
      return "stale";
    }
    await this.#news.tell(row.id, within);
    return row;
  }

  async #closedLanes(within: Within): Promise<readonly string[]> {
    if (Object.keys(this.#limits).length === 0) return [];
    await sql`SELECT pg_advisory_xact_lock(${CLAIM_LOCK})`.execute(within);
    const running = within
      .selectFrom("jobs")
      .select((eb) => ["lane", eb.fn.countAll<number>().as("n")])
      .where("state", "=", "running");
    const rows = await running.groupBy("lane").execute();
    return closedLanes(Object.fromEntries(rows.map(({ lane, n }) => [lane, Number(n)])), this.#limits);
  }

  /** The job as far as this start still holds it. */
  #mine(within: Within, { id, attempts }: JobRecord) {
    const update = within.updateTable("jobs").set({ updated_at: Date.now() });
    return update.where("id", "=", id).where("state", "=", "running").where("attempts", "=", attempts);
  }

  async #settle(within: Within, id: string): Promise<void> {
    const message = this.#held.get(id);
    if (message !== undefined) await this.#boss.complete(QUEUE, message, null, { db: fromKysely(within) });
  }

  #letGo(id: string): void {
    this.#held.delete(id);
    this.#news.forget(id);
  }

  async #beat(): Promise<void> {
    if (this.#held.size > 0) await this.#boss.touch(QUEUE, [...this.#held.values()]);
  }

  /** Jobs whose worker died wait again as their messages do; those whose messages are dead have failed. */
  async #sweep(): Promise<{ readonly requeued: number; readonly failed: number }> {
    const back = await sql<{ id: string }>`UPDATE jobs SET state = 'queued', updated_at = ${Date.now()} FROM pgboss.job AS message
      WHERE jobs.state = 'running' AND message.name = ${QUEUE} AND message.id = jobs.message AND message.state IN ('retry', 'created')
      RETURNING jobs.id`.execute(this.#db);
    const dead = await this.#boss.fetch<{ job: string }>(DEAD, { batchSize: 100 });
    for (const { id, data } of dead) {
      const fail = this.#db.updateTable("jobs").set({ state: "failed", error: JSON.stringify(crashLoop()), updated_at: Date.now() });
      await fail.where("id", "=", data.job).where("state", "in", ["queued", "running"]).execute();
      await this.#boss.complete(DEAD, id);
    }
    for (const id of [...back.rows.map((row) => row.id), ...dead.map(({ data }) => data.job)]) await this.#news.tell(id);
    return { requeued: back.rows.length, failed: dead.length };
  }

  async #sameJob({ tenant, key, request }: NewJob): Promise<Result<JobRecord>> {
    const known = this.#db
      .selectFrom("jobs")
      .selectAll()
      .where("tenant", "=", tenant)
      .where("idempotency_key", "=", key ?? null);
    const row = await known.executeTakeFirst();
    if (row === undefined || row.request !== JSON.stringify(request)) return keyReused();
    return ok(this.#news.withProgress(recordOf(row)));
  }
}
