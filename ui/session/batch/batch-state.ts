import type { PendingEdit, Placement } from "../../../protocol/bridge.ts";
import type { Digest, EditRequest, EditResult, Progress } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import { agreementTo } from "../job/agreement.ts";
import type { LayerRef } from "../layer/layer-state.ts";

/** A layer the companion has, as far as a batch needs it: nothing in it was read. */
export interface SentLayer {
  readonly sha256: Digest;
  readonly placement: Placement;
}

export type BatchPhase =
  | { readonly kind: "waiting" }
  /** Its picture is on the way to the companion. */
  | { readonly kind: "preparing" }
  | { readonly kind: "sending"; readonly sent: SentLayer }
  | { readonly kind: "running"; readonly sent: SentLayer; readonly jobId: string; readonly progress: Progress | undefined }
  /** Done, and waiting for its turn to be placed. */
  | { readonly kind: "done"; readonly sent: SentLayer; readonly jobId: string; readonly result: EditResult }
  | { readonly kind: "placing"; readonly sent: SentLayer; readonly jobId: string; readonly result: EditResult }
  | { readonly kind: "placed"; readonly nodeId: string | undefined; readonly needsReview: boolean }
  | { readonly kind: "failed"; readonly error: EmendError }
  | { readonly kind: "cancelled" };

/** One layer of a batch. The key is fresh and unguessable; the same key is the same job at the companion. */
export interface BatchItem {
  readonly key: string;
  readonly layer: LayerRef;
  readonly instruction: string;
  /** The person's word for it, where one was given. */
  readonly word?: Pick<EditRequest, "allow" | "confirmed">;
  readonly phase: BatchPhase;
}

/** How fast results have come since the batch, or this panel, began. Milliseconds. */
export interface BatchPace {
  readonly began: number;
  readonly last: number;
  readonly done: number;
}

export interface BatchState {
  readonly instruction: string;
  readonly items: readonly BatchItem[];
  readonly pace: BatchPace | undefined;
}

export const INITIAL_BATCH: BatchState = { instruction: "", items: [], pace: undefined };

/** Layers a batch may hold: as many as the plugin's own storage surely keeps. */
export const BATCH_LAYERS = 500;

export const isOpen = ({ phase }: BatchItem): boolean => !["placed", "failed", "cancelled"].includes(phase.kind);

/** Those whose order can still be changed. */
export const waitingOf = (items: readonly BatchItem[]): readonly BatchItem[] => items.filter(({ phase }) => phase.kind === "waiting");

/** What is not on the canvas yet and may still come there: also what waits for a person's word. */
export const isPending = (item: BatchItem): boolean =>
  isOpen(item) || (item.phase.kind === "failed" && agreementTo(item.phase.error) !== undefined);

/** What the plugin remembers of an item until it is placed. */
export function pendingOf({ key, layer, instruction, word, phase }: BatchItem): PendingEdit {
  const sent = "sent" in phase ? { source: phase.sent.sha256, placement: phase.sent.placement } : {};
  return { key, layerId: layer.id, layerName: layer.name, instruction, ...word, ...sent, ...("jobId" in phase && { jobId: phase.jobId }) };
}

/** An item taken up again as far as it had come. */
export function itemOf({ key, layerId, layerName, instruction, source, placement, jobId, allow, confirmed }: PendingEdit): BatchItem {
  const sent = source !== undefined && placement !== undefined ? { sha256: source, placement } : undefined;
  const phase: BatchPhase = !sent
    ? { kind: "waiting" }
    : jobId === undefined
      ? { kind: "sending", sent }
      : { kind: "running", sent, jobId, progress: undefined };
  const word = { ...(allow && { allow }), ...(confirmed && { confirmed }) };
  return { key, layer: { id: layerId, name: layerName }, instruction, word, phase };
}

/** Seconds until the rest is done, from the pace so far; `undefined` until the first result. */
export function secondsLeft({ items, pace }: BatchState): number | undefined {
  const left = items.filter(isOpen).length;
  if (!pace || pace.done === 0 || left === 0) return undefined;
  return Math.max(1, Math.round(((pace.last - pace.began) / pace.done / 1000) * left));
}
