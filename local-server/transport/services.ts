import type { Digest, EngineView, FindResult } from "../../protocol/edit.ts";
import type { Result } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { JobQueue } from "../jobs/job-queue.ts";
import type { Logger } from "../observability/logger.ts";
import type { BlobStore } from "../store/blob-store.ts";
import type { EditHistory } from "../store/edit-history.ts";

/** What the transport offers to the outside; HTTP and the socket are two ways to the same things. */
export interface Services {
  readonly blobs: BlobStore;
  readonly queue: JobQueue;
  readonly history: EditHistory;
  readonly logger: Logger;
  /** The token that holds now; `undefined` admits nobody. */
  token(): Promise<string | undefined>;
  /** The companion's own version. */
  readonly version: string;
  /** Names an edit may ask for beside `auto`. */
  readonly engineNames: readonly string[];
  plan(instruction: string): Plan;
  find(source: Digest, signal: AbortSignal): Promise<Result<FindResult>>;
  /** Model cards with their state, as they are shown. */
  models(): Promise<readonly unknown[]>;
  engines(signal: AbortSignal): Promise<Result<readonly EngineView[]>>;
}
