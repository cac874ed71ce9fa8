import type { JobView } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { PictureId } from "../layer/layer-state.ts";

/** Chance and time enter the pure session only here: `key` is fresh and unguessable, `at` milliseconds since the epoch. */
export interface Go {
  readonly key: string;
  readonly at: number;
}

export type JobEvent =
  /** Applies what the screen at hand asks for. */
  | ({ readonly type: "job.apply" } & Go)
  | ({ readonly type: "job.again" } & Go)
  /** The person agreed to what was asked: this once the picture may leave the machine, or the edit is theirs to make. */
  | ({ readonly type: "job.agreed" } & Go)
  | { readonly type: "job.cancel" }
  | { readonly type: "job.accepted"; readonly key: string; readonly jobId: string }
  | { readonly type: "job.refused"; readonly key: string; readonly error: EmendError }
  | { readonly type: "job.changed"; readonly job: JobView }
  | {
      readonly type: "job.placed";
      readonly key: string;
      readonly node: { readonly id: string; readonly note: string | undefined } | undefined;
      readonly after: PictureId | undefined;
    }
  | { readonly type: "job.place.failed"; readonly key: string; readonly error: EmendError }
  | { readonly type: "job.place.retried" }
  | { readonly type: "job.compared"; readonly shown: boolean }
  /** Hides the layer a cut-out stands in for, or shows it again. */
  | { readonly type: "job.original"; readonly hidden: boolean }
  /** The canvas did so. */
  | { readonly type: "job.original.set"; readonly nodeId: string; readonly hidden: boolean }
  | { readonly type: "job.kept" }
  | { readonly type: "job.discarded" }
  /** Takes the result away and returns to the inputs that made it. */
  | { readonly type: "job.adjusted" }
  | { readonly type: "job.dismissed" };
