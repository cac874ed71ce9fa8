import type { Tenant } from "../../protocol/access.ts";
import type { EditRequest, EditResult, Progress } from "../../protocol/edit.ts";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import type { Logger } from "../observability/logger.ts";
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
  /** Jobs run at once. */
  readonly concurrency: number;
}

/** Takes waiting jobs as they come and runs them; a cancelled job's signal aborts at once. */
export class JobRunner {
  readonly #options: JobRunnerOptions;
  readonly #running = new Map<string, { readonly job: JobRecord; readonly abort: AbortController }>();
  readonly #unsubscribe: () => void;
  #open = true;
  #filling: Promise<void> = Promise.resolve();

  constructor(options: JobRunnerOptions) {
    this.#options = options;
    this.#unsubscribe = options.queue.subscribe((job) => this.#heard(job));
    this.#fill();
  }

  /** Stops taking jobs and aborts those that run; they wait again at the next start. */
  async close(): Promise<void> {
    this.#open = false;
    this.#unsubscribe();
    await this.#filling;
    for (const { job, abort } of this.#running.values()) {
      await this.#options.queue.release(job);
      abort.abort();
    }
  }

  #heard(job: JobRecord): void {
    if (job.state === "queued") this.#fill();
    if (job.state === "cancelled") this.#running.get(job.id)?.abort.abort();
  }

  #fill(): void {
    this.#filling = this.#filling.then(async () => {
      while (this.#open && this.#running.size < this.#options.concurrency) {
        const job = await this.#options.queue.claim();
        if (job === undefined) return;
        void this.#run(job);
      }
    });
  }

  async #run(job: JobRecord): Promise<void> {
    const { queue, execute, logger } = this.#options;
    const abort = new AbortController();
    this.#running.set(job.id, { job, abort });
    const started = performance.now();
    const onProgress = (progress: Progress): void => queue.progress(job.id, progress);
    // Cancelled between the claim and here: nobody had a controller to abort yet.
    if ((await queue.get(job.id))?.state === "cancelled") abort.abort();
    const outcome = await execute(job.request, { jobId: job.id, tenant: job.tenant, signal: abort.signal, onProgress }).catch(
      (error: unknown) => {
        logger.error("job_bug", { job: job.id, name: error instanceof Error ? error.name : "unknown" });
        return err(emendError("internal", "The companion hit a bug while making this edit."));
      },
    );
    this.#running.delete(job.id);
    logger.info("job_end", { job: job.id, code: outcome.ok ? "done" : outcome.error.code, ms: Math.round(performance.now() - started) });
    if (!this.#open) return;
    await queue.finish(job, outcome);
    this.#fill();
  }
}
