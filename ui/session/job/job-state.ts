import type { EditRequest, EditResult, Progress } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { PictureId, Source } from "../layer/layer-state.ts";
import type { Screen } from "../shell/screens.ts";

/** One press of Apply. `startedAt` in milliseconds since the epoch. */
export interface Run {
  readonly key: string;
  readonly startedAt: number;
  readonly source: Source;
  /** The screen it was asked on. */
  readonly from: Screen;
  readonly request: EditRequest;
  /** What was asked, in a few words: the layer's name carries it. */
  readonly label: string;
}

export type Job =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly run: Run }
  | { readonly kind: "running"; readonly run: Run; readonly jobId: string; readonly progress: Progress | undefined }
  | { readonly kind: "placing"; readonly run: Run; readonly jobId: string; readonly result: EditResult }
  | Placed
  /** `run` where it was sent, to send it again with what was asked for; `placing` where the result exists and only its insertion failed. */
  | {
      readonly kind: "failed";
      readonly error: EmendError;
      readonly run?: Run;
      readonly placing?: Extract<Job, { kind: "placing" }>;
    };

export interface Placed {
  readonly kind: "placed";
  readonly run: Run;
  readonly jobId: string;
  readonly result: EditResult;
  /** `undefined` where nothing had to be placed: the result equals the source. */
  readonly node: { readonly id: string; readonly note: string | undefined } | undefined;
  /** The whole picture after the edit. */
  readonly after: PictureId | undefined;
  /** Whether the canvas shows the result (after) or hides it (before). */
  readonly shown: boolean;
  /** The person had the layer hidden that the result stands in for. */
  readonly originalHidden?: boolean;
}
