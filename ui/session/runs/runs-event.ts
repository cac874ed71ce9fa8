import type { JobView } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { Word } from "../job/agreement.ts";
import type { PictureId } from "../layer/layer-state.ts";

export type RunsEvent =
  | { readonly type: "runs.accepted"; readonly key: string; readonly jobId: string }
  | { readonly type: "runs.refused"; readonly key: string; readonly error: EmendError }
  | { readonly type: "runs.changed"; readonly job: JobView }
  | { readonly type: "runs.pictured"; readonly key: string; readonly picture: PictureId }
  | { readonly type: "runs.cancelled"; readonly keys: readonly string[] }
  /** Failed and cancelled ones go out again. */
  | { readonly type: "runs.retried"; readonly keys: readonly string[] }
  /** The person's word for all of these, whatever they are at. */
  | { readonly type: "runs.agreed"; readonly keys: readonly string[]; readonly word: Word };
