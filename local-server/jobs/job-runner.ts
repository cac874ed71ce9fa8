import type { Tenant } from "../../protocol/access.ts";
import type { EditRequest, EditResult, Progress } from "../../protocol/edit.ts";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { Logger } from "../observability/logger.ts";
import { storageFaultOf } from "../store/storage-trouble.ts";
import type { JobQueue, JobRecord } from "./job-queue.ts";

export interface ExecuteContext {
  readonly jobId: string;
  readonly tenant: Tenant;
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** Makes one edit; usually in the edit worker. */
export type Execute = (request: EditRequest, context: ExecuteContext) => Promise<Result<readonly EditResult[]>>;

export interface JobRunnerOptions {
  readonly queue: JobQueue;
  readonly execute: Execute;
  readonly logger: Logger;
  /** Jobs run at once; 0 = none, others run them. */
  readonly concurrency: number;
}

/** News of waiting jobs can get lost with a connection, and pauses end without any. */
const LOOK_EVERY_MS = 2_000;
const STORE_AGAIN_MS = 1_000;

/** Takes waiting jobs as they come and runs them; a cancelled job's signal aborts at once. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<string, { readonly job: JobRecord; readonly abort: AbortController }>();
  readonly #unsubscribe: () => void;
  readonly #looking: NodeJS.Timeout;
  #open = true;
  #filling: Promise<void> = Promise.resolve();
  #asked = false;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    this.#unsubscribe = options.queue.subscribe((job) => this.#heard(job));
    this.#looking = setInterval(() => this.#fill(), LOOK_EVERY_MS).unref();
    this.#fill();
  }

  /** Stops taking jobs and aborts those that run; they wait again at the next start. */
  async close(): Promise<void> {
    this.#open = false;
    this.#unsubscribe();
    clearInterval(this.#looking);
    await this.#filling;
    for (const { job, abort } of this.#running.values()) {
      // Where it cannot be written down now, the next start finds the job running and has it wait again.
      await this.#options.queue.release(job).catch((error: unknown) => this.#trouble(error));
      abort.abort();
    }
  }

  #heard(job: JobRecord): void {
    if (job.state === "queued") this.#fill();
    if (job.state === "cancelled") this.#running.get(job.id)?.abort.abort();
  }

  #fill(): void {
    if (this.#asked || this.#running.size >= this.#options.concurrency) return;
    this.#asked = true;
    this.#filling = this.#filling.then(() => this.#take()).catch((error: unknown) => this.#trouble(error));
  }

  async #take(): Promise<void> {
    this.#asked = false;
    while (this.#open && this.#running.size < this.#options.concurrency) {
      const job = await this.#options.queue.claim();
      if (job === undefined) return;
      void this.#run(job).catch((error: unknown) => this.#trouble(error));
    }
  }

  async #run(job: JobRecord): Promise<void> {
    const { queue, logger } = this.#options;
    const abort = new AbortController();
    this.#running.set(job.id, { job, abort });
    const started = performance.now();
    // Cancelled between the claim and here: nobody had a controller to abort yet.
    if ((await queue.get(job.id).catch(() => undefined))?.state === "cancelled") abort.abort();
    const outcome = await this.#outcome(job, abort.signal);
    logger.info("job_end", { job: job.id, code: outcome.ok ? "done" : outcome.error.code, ms: Math.round(performance.now() - started) });
    if (this.#open) await this.#writeDown(job, outcome);
    this.#running.delete(job.id);
    this.#fill();
  }

  async #outcome(job: JobRecord, signal: AbortSignal): Promise<Result<readonly EditResult[]>> {
    const { queue, execute, logger } = this.#options;
    const onProgress = (progress: Progress): void => queue.progress(job.id, progress);
    return execute(job.request, { jobId: job.id, tenant: job.tenant, signal, onProgress }).catch((error: unknown) => {
      const fault = storageFaultOf(error);
      if (fault !== undefined) return err(fault);
      logger.error("job_bug", { job: job.id, name: error instanceof Error ? error.name : "unknown" });
      return err(emendError("internal", "The companion hit a bug while making this edit."));
    });
  }

  /** An outcome is worth waiting for: while the disk is full or the database away, it is tried again and again. */
  async #writeDown(job: JobRecord, outcome: Result<readonly EditResult[]>): Promise<void> {
    while (this.#open) {
      try {
        return await this.#options.queue.finish(job, outcome);
      } catch (error) {
        this.#trouble(error);
        await new Promise((resolve) => setTimeout(resolve, STORE_AGAIN_MS).unref());
      }
    }
  }

  #trouble(error: unknown): void {
    const fault = storageFaultOf(error);
    const name = error instanceof Error ? error.name : "unknown";
    if (fault === undefined) this.#options.logger.error("runner_bug", { name });
    else this.#options.logger.warn("runner_trouble", { code: fault.code });
  }
}
