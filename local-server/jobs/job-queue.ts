import type { EditRequest, EditResult, JobView, Progress } from "../../protocol/edit.ts";
import type { EmendError, Result } from "../../protocol/errors.ts";

export interface JobRecord {
  readonly id: string;
  readonly state: JobView["status"];
  readonly request: EditRequest;
  /** How often the job was started. */
  readonly attempts: number;
  /** Where a running job stands; not kept over a restart. */
  readonly progress?: Progress;
  /** One per variant; set when done. */
  readonly results?: readonly EditResult[];
  /** Set when failed. */
  readonly error?: EmendError;
}

/**
 * Durable jobs. What `submit` acknowledged is committed on disk and will be run, also after `kill -9`. Delivery is at least once:
 * a job whose companion died under it is run again, at most `MAX_ATTEMPTS` times.
 */
export interface JobQueue {
  /** The same key gives the same job; the same key with another request is `bad_request`. */
  submit(request: EditRequest, key?: string): Promise<Result<JobRecord>>;
  get(id: string): Promise<JobRecord | undefined>;
  /** Ends a queued or running job; an ended one stays as it is. `job_not_found`. */
  cancel(id: string): Promise<Result<JobRecord>>;
  /** Takes the oldest of the queued jobs that were started least and marks it running; `undefined` where none waits. */
  claim(): Promise<JobRecord | undefined>;
  /** Ends a running job; does nothing when it was cancelled meanwhile. */
  finish(id: string, outcome: Result<readonly EditResult[]>): Promise<void>;
  progress(id: string, progress: Progress): void;
  /** Puts a running job back among the waiting, its start not counted: the companion ends in good order. */
  release(id: string): Promise<void>;
  /** At start, before the first claim: jobs that were running when the last companion ended wait again, or fail after too many tries. */
  recover(): Promise<{ readonly requeued: number; readonly failed: number }>;
  /** Hears of every change of every job. Returns the undo. */
  subscribe(listener: (job: JobRecord) => void): () => void;
}

/**
 * Starts after which a job whose companion died under it counts as the reason. Generous: the work is done in a child process, so
 * it is mostly the machine that was switched off; and jobs with fewer starts go first, so a bad one holds nobody up.
 */
export const MAX_ATTEMPTS = 10;

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
