import type { EditRequest, EditResult, Progress } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { PictureId, Source } from "../layer/layer-state.ts";
import type { Screen } from "../shell/screens.ts";

export type RunPhase =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending" }
  | { readonly kind: "running"; readonly jobId: string; readonly progress: Progress | undefined }
  /** `picture`: a preview of the whole result, once it is there. */
  | { readonly kind: "done"; readonly jobId: string; readonly result: EditResult; readonly picture: PictureId | undefined }
  | { readonly kind: "failed"; readonly error: EmendError }
  | { readonly kind: "cancelled" };

/** One of many edits that go on side by side: a variant, a cell of a table, a layer of a batch. */
export interface ManyRun {
  /** Fresh and unguessable; its name for good. */
  readonly key: string;
  /** Times it was sent before. */
  readonly attempt?: number;
  /** The screen it belongs to. */
  readonly owner: Screen;
  readonly startedAt: number;
  readonly source: Source;
  readonly request: EditRequest;
  readonly label: string;
  readonly phase: RunPhase;
}

export interface RunsState {
  readonly runs: readonly ManyRun[];
}

export const INITIAL_RUNS: RunsState = { runs: [] };

export const isUnderWay = ({ phase }: ManyRun): boolean => phase.kind === "waiting" || phase.kind === "sending" || phase.kind === "running";

/** A key is one job at the companion for ever, so each attempt has one of its own. */
export const jobKeyOf = ({ key, attempt = 0 }: ManyRun): string => (attempt === 0 ? key : `${key}-r${attempt}`);
