import type { MadeLayer } from "../../../protocol/bridge.ts";
import type { Digest, JobView } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { HistoryEntry, Review } from "../../../protocol/history.ts";
import type { PictureId } from "../layer/layer-state.ts";
import type { ActEvent } from "./act-event.ts";
import type { HistoryShelf } from "./history-state.ts";

export type HistoryEvent =
  | { readonly type: "history.shelf"; readonly shelf: HistoryShelf }
  | { readonly type: "history.search"; readonly words: string }
  /** The list is shown, or what it depends on has changed. */
  | { readonly type: "history.refresh" }
  | { readonly type: "history.more" }
  /** `next`: the page after those listed already. */
  | { readonly type: "history.listed"; readonly asked: number; readonly next: boolean; readonly entries: readonly HistoryEntry[] }
  | { readonly type: "history.unlisted"; readonly asked: number; readonly error: EmendError }
  /** A row came into view. */
  | { readonly type: "history.seen"; readonly id: number }
  | { readonly type: "history.thumb"; readonly sha256: Digest; readonly picture: PictureId }
  | { readonly type: "history.opened"; readonly id: number }
  | { readonly type: "history.closed" }
  /** `undefined`: compared with the original. */
  | { readonly type: "history.against"; readonly id: number | undefined }
  | { readonly type: "history.compared"; readonly shown: boolean }
  | {
      readonly type: "history.pictured";
      readonly id: number;
      readonly against: number | undefined;
      readonly side: "before" | "after";
      readonly picture: PictureId;
    }
  | { readonly type: "history.placed"; readonly id: number; readonly note: string | undefined }
  | { readonly type: "history.again.accepted"; readonly id: number; readonly jobId: string }
  | { readonly type: "history.job"; readonly job: JobView }
  /** The layers of the file that are results of ours. */
  | { readonly type: "history.made"; readonly layers: readonly MadeLayer[] }
  | { readonly type: "history.reveal"; readonly nodeId: string }
  /** The person no longer wants to fix a version. */
  | { readonly type: "history.fix.ended" }
  | ActEvent
  | { readonly type: "history.decided"; readonly id: number; readonly review: Review }
  | { readonly type: "history.act.failed"; readonly id: number; readonly error: EmendError };
