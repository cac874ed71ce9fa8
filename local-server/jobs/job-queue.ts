import type { Tenant } from "../../protocol/access.ts";
import type { EditRequest, EditResult, JobView, Progress } from "../../protocol/edit.ts";
import { type EmendError, emendError, err, type Result } from "../../protocol/errors.ts";

export interface JobRecord {
  readonly id: string;
  readonly tenant: Tenant;
  readonly state: JobView["status"];
  readonly request: EditRequest;
  /** The engine asked for, `auto` where none is. */
  readonly lane: string;
  /** How often the job was started. */
  readonly attempts: number;
  /** Where a running job stands; not kept over a restart. */
  readonly progress?: Progress;
  /** One per variant; set when done. */
  readonly results?: readonly EditResult[];
  /** Set when failed. */
  readonly error?: EmendError;
}

export interface NewJob {
  readonly tenant: Tenant;
  readonly request: EditRequest;
  /** The same key of the same tenant gives the same job. */
  readonly key?: string | undefined;
  /** -100 … 100, higher first; 0 where nothing is said. */
  readonly priority?: number;
  /** Further tries, with growing pauses, after a failure that may pass; none where nothing is said. */
  readonly retries?: number;
  readonly batch?: { readonly id: string; readonly item: number };
  /** Results known already: the job is written down as done and never waits. */
  readonly results?: readonly EditResult[] | undefined;
}

/**
 * Durable jobs. What `submit` acknowledged is committed on disk and will be run, also after `kill -9`. Delivery is at least once:
 * a job whose companion died under it is run again, at most `MAX_ATTEMPTS` times; its end is written once, by the start that holds it.
 * Waiting jobs go by priority, and within one by turns: tenants alternate however many jobs one of them has.
 */
export interface JobQueue {
  /** The same key gives the same job; the same key with another request is `bad_request`. */
  submit(job: NewJob): Promise<Result<JobRecord>>;
  /** Many at once, all or none; those whose key is known already are left as they are. */
  submitAll(jobs: readonly NewJob[]): Promise<Result<undefined>>;
  get(id: string): Promise<JobRecord | undefined>;
  /** Ends a queued or running job; an ended one stays as it is. `job_not_found`. */
  cancel(id: string): Promise<Result<JobRecord>>;
  /** Takes the next of the queued jobs whose lane is open and marks it running; `undefined` where none waits. */
  claim(): Promise<JobRecord | undefined>;
  /** Ends a running job, or has it wait for another try; does nothing when it was cancelled or started anew meanwhile. */
  finish(job: JobRecord, outcome: Result<readonly EditResult[]>): Promise<void>;
  progress(id: string, progress: Progress): void;
  /** Puts a running job back among the waiting, its start not counted: the companion ends in good order. */
  release(job: JobRecord): Promise<void>;
  /** At start, before the first claim: jobs that were running when the last companion ended wait again, or fail after too many tries. */
  recover(): Promise<{ readonly requeued: number; readonly failed: number }>;
  /** Hears of every change of every job. Returns the undo. */
  subscribe(listener: (job: JobRecord) => void): () => void;
  /** How many jobs wait and run, over all tenants. */
  depth(): Promise<{ readonly queued: number; readonly running: number }>;
  close(): Promise<void>;
}

/**
 * Starts after which a job whose companion died under it counts as the reason. Generous: the work is done in a child process, so
 * it is mostly the machine that was switched off; and jobs with fewer starts go first, so a bad one holds nobody up.
 */
export const MAX_ATTEMPTS = 10;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** The pause before the next try, after `attempts` starts. */
export const pauseBefore = (attempts: number): number => Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS);

export const crashLoop = (): EmendError =>
  emendError("engine_failed", `The companion stopped ${MAX_ATTEMPTS} times while working on this edit, so it is not tried again.`, {
    help: "Try a smaller picture, another engine or another instruction.",
  });

export const keyReused = (): Result<never> =>
  err(emendError("bad_request", "This idempotency key was used for another edit.", { help: "Use a fresh key for every edit." }));

/** The job as the API and the socket show it. */
export function jobViewOf(job: JobRecord): JobView {
  const [result, ...variants] = job.results ?? [];
  return {
    id: job.id,
    status: job.state,
    ...(job.progress !== undefined && job.state === "running" && { progress: job.progress }),
    ...(result !== undefined && { result }),
    ...(variants.length > 0 && { variants }),
    ...(job.error !== undefined && { error: job.error }),
  };
}
