import type { Digest } from "../../../protocol/edit.ts";
import type { HistoryEntry, HistoryQuery, ReviewRequest } from "../../../protocol/history.ts";
import type { Source } from "../layer/layer-state.ts";

export type HistoryEffect =
  | { readonly type: "history.list"; readonly asked: number; readonly query: HistoryQuery; readonly delayMs: number }
  | { readonly type: "history.watch"; readonly jobId: string }
  | { readonly type: "history.thumb"; readonly sha256: Digest; readonly width: number; readonly height: number }
  /** A preview of one side of the comparison: the whole picture stored under `sha256`. */
  | {
      readonly type: "history.picture";
      readonly id: number;
      readonly against: number | undefined;
      readonly side: "before" | "after";
      readonly sha256: Digest;
      readonly width: number;
      readonly height: number;
    }
  /** Lays the version above the source at hand, which is the one it was made from. */
  | { readonly type: "history.place"; readonly entry: HistoryEntry; readonly source: Source; readonly label: string }
  | { readonly type: "history.again"; readonly id: number }
  /** Asks the file which of its layers are results of ours. */
  | { readonly type: "history.made" }
  /** Brings a layer into view on the canvas and selects it. */
  | { readonly type: "history.reveal"; readonly nodeId: string }
  | { readonly type: "history.review"; readonly id: number; readonly jobId: string; readonly review: ReviewRequest };
