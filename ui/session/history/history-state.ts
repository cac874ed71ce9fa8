import type { MadeLayer } from "../../../protocol/bridge.ts";
import type { Digest } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { HistoryEntry } from "../../../protocol/history.ts";
import type { PictureId } from "../layer/layer-state.ts";
import type { ActEvent } from "./act-event.ts";

/** Which versions are listed: of the layer at hand, those that lie in the file, all of them, or those nobody has decided about yet. */
export const HISTORY_SHELVES = ["layer", "file", "all", "review"] as const;
export type HistoryShelf = (typeof HISTORY_SHELVES)[number];

/** Versions asked for at a time. */
export const HISTORY_PAGE = 50;

/** One version looked at, beside the original or beside another version of the same source. */
export interface OpenVersion {
  readonly entry: HistoryEntry;
  /** The version it is compared with; `undefined`: the original. */
  readonly against: HistoryEntry | undefined;
  readonly before: PictureId | undefined;
  readonly after: PictureId | undefined;
  /** Whether the version or what it is compared with is shown. */
  readonly shown: boolean;
}

/** A version somebody wants to have right: the next result on its source takes its place. */
export interface Fixing {
  readonly entry: HistoryEntry;
  /** Its layer on the canvas, where there is one. */
  readonly nodeId: string | undefined;
  /** Its inputs are open. */
  readonly opened: boolean;
}

/** What is being done about the version that is open. */
export type HistoryAct =
  | { readonly kind: "none" }
  | { readonly kind: "placing" }
  | { readonly kind: "placed"; readonly note: string | undefined }
  /** `jobId` once the companion took it on. */
  | { readonly kind: "again"; readonly jobId: string | undefined }
  | { readonly kind: "made" }
  /** The layer to be fixed is looked for, or is not in this file. */
  | { readonly kind: "seeking" }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "deciding"; readonly event: ActEvent }
  | { readonly kind: "failed"; readonly error: EmendError; readonly retry: ActEvent };

export interface HistoryState {
  readonly shelf: HistoryShelf;
  readonly search: string;
  /** Numbers the questions, so that a late answer to an older one is not taken. */
  readonly asked: number;
  readonly loading: boolean;
  readonly error: EmendError | undefined;
  readonly entries: readonly HistoryEntry[];
  /** Whether the last page was full. */
  readonly more: boolean;
  /** The results of ours in the file; `undefined` until it was asked. */
  readonly made: readonly MadeLayer[] | undefined;
  /** Small pictures by the digest of the patch they show. */
  readonly thumbs: Readonly<Record<Digest, PictureId>>;
  readonly open: OpenVersion | undefined;
  readonly act: HistoryAct;
  readonly fixing: Fixing | undefined;
}

export const INITIAL_HISTORY: HistoryState = {
  shelf: "all",
  search: "",
  asked: 0,
  loading: false,
  error: undefined,
  entries: [],
  more: false,
  made: undefined,
  thumbs: {},
  open: undefined,
  act: { kind: "none" },
  fixing: undefined,
};

/** The blob a version was made from. */
export const sourceOf = ({ result }: HistoryEntry): Digest => result.certificate.source;

/** Whether somebody should look at it still. */
export const isFlagged = ({ result, review }: HistoryEntry): boolean => result.needsReview && review === undefined;
