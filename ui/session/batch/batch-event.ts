import type { Placement } from "../../../protocol/bridge.ts";
import type { Digest, JobView } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { Word } from "../job/agreement.ts";
import type { Go } from "../job/job-event.ts";

export type BatchEvent =
  | { readonly type: "batch.instruction"; readonly text: string }
  /** Queues every selected layer that can be edited. */
  | ({ readonly type: "batch.added" } & Go)
  | { readonly type: "batch.prepared"; readonly key: string; readonly sha256: Digest; readonly placement: Placement }
  | { readonly type: "batch.accepted"; readonly key: string; readonly jobId: string }
  /** `at`: milliseconds since the epoch. */
  | { readonly type: "batch.job"; readonly job: JobView; readonly at: number }
  | { readonly type: "batch.placed"; readonly key: string; readonly nodeId: string | undefined }
  | { readonly type: "batch.failed"; readonly key: string; readonly error: EmendError }
  /** One step among those that wait: -1 towards the front. */
  | { readonly type: "batch.moved"; readonly key: string; readonly by: -1 | 1 }
  | { readonly type: "batch.cancelled"; readonly keys: readonly string[] }
  | { readonly type: "batch.retried"; readonly keys: readonly string[]; readonly suffix: string }
  /** The person's word for every edit of the batch, whatever it is at. */
  | { readonly type: "batch.agreed"; readonly word: Word }
  /** Takes what has ended off the list. */
  | { readonly type: "batch.cleared" };
