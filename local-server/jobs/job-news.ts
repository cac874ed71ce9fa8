import { type Kysely, sql } from "kysely";
import * as v from "valibot";
import { type Progress, ProgressSchema } from "../../protocol/edit.ts";
import type { Postgres } from "../store/postgres.ts";
import type { Tables } from "../store/tables.ts";
import type { JobRecord } from "./job-queue.ts";

const CHANNEL = "emend_jobs";
const NewsSchema = v.object({ id: v.string(), progress: v.optional(ProgressSchema) });
const PROGRESS_EVERY_MS = 200;

/** Changes of jobs, told to every process that shares the database, in their order. Progress is in the news only, in no table. */
export class JobNews {
  readonly #db: Kysely<Tables>;
  readonly #read: (id: string) => Promise<JobRecord | undefined>;
  readonly #progress = new Map<string, Progress>();
  readonly #toldAt = new Map<string, number>();
  readonly #listeners = new Set<(job: JobRecord) => void>();
  #deaf: () => Promise<void> = async () => undefined;
  #order: Promise<void> = Promise.resolve();

  constructor(db: Kysely<Tables>, read: (id: string) => Promise<JobRecord | undefined>) {
    this.#db = db;
    this.#read = read;
  }

  async open(postgres: Postgres): Promise<void> {
    this.#deaf = await postgres.listen(CHANNEL, (payload) => this.#hear(payload));
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#deaf();
    await this.#order;
  }

  subscribe(listener: (job: JobRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Within a transaction the news goes out when it commits. */
  async tell(id: string, within: Kysely<Tables> = this.#db): Promise<void> {
    await sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ id })})`.execute(within);
  }

  /** Often enough for a person to see it move, no oftener. */
  tellProgress(id: string, progress: Progress): void {
    if (Date.now() - (this.#toldAt.get(id) ?? 0) < PROGRESS_EVERY_MS) return;
    this.#toldAt.set(id, Date.now());
    // Lost progress is made good by the next; a lost connection shows elsewhere.
    const told = sql`SELECT pg_notify(${CHANNEL}, ${JSON.stringify({ id, progress })})`.execute(this.#db);
    void told.catch(() => undefined);
  }

  forget(id: string): void {
    this.#toldAt.delete(id);
  }

  withProgress(job: JobRecord): JobRecord {
    const progress = this.#progress.get(job.id);
    return progress === undefined || job.state !== "running" ? job : { ...job, progress };
  }

  #hear(payload: string): void {
    const news = v.safeParse(NewsSchema, JSON.parse(payload));
    if (!news.success || this.#listeners.size === 0) return;
    const { id, progress } = news.output;
    this.#order = this.#order.then(async () => {
      if (progress === undefined) this.#progress.delete(id);
      else this.#progress.set(id, progress);
      const job = await this.#read(id).catch(() => undefined);
      if (job === undefined || (progress !== undefined && job.state !== "running")) return;
      for (const listener of this.#listeners) listener(job);
    });
  }
}
