import type { LayerSummary } from "../../../protocol/bridge.ts";
import type { EditRequest, JobView } from "../../../protocol/edit.ts";
import { type EmendError, emendError, exhaustive } from "../../../protocol/errors.ts";
import { andThen, type Effect, type Step, step } from "../effect.ts";
import { type Word, withWord, wordGiven } from "../job/agreement.ts";
import type { Go } from "../job/job-event.ts";
import type { UiState } from "../ui-state.ts";
import type { BatchEvent } from "./batch-event.ts";
import {
  BATCH_LAYERS,
  type BatchItem,
  type BatchPhase,
  type BatchState,
  isOpen,
  isPending,
  itemOf,
  pendingOf,
  type SentLayer,
  waitingOf,
} from "./batch-state.ts";

/** Edits the companion has at a time. Those behind them can still be reordered here; those it has go on while the panel is closed. */
const AT_COMPANION = 8;

const withBatch = (state: UiState, change: Partial<BatchState>): UiState => ({ ...state, batch: { ...state.batch, ...change } });

const withPhase = (state: UiState, key: string, phase: BatchPhase): UiState =>
  withBatch(state, { items: state.batch.items.map((item) => (item.key === key ? { ...item, phase } : item)) });

const withItems = (state: UiState, change: (item: BatchItem) => BatchItem): UiState =>
  withBatch(state, { items: state.batch.items.map(change) });

const itemWith = ({ batch }: UiState, key: string): BatchItem | undefined => batch.items.find((item) => item.key === key);

const requestOf = (item: BatchItem, { sha256 }: SentLayer): EditRequest => ({
  source: sha256,
  instruction: item.instruction,
  ...item.word,
});

/** What is not yet on the canvas is remembered, so that it outlives the panel. */
function kept(before: UiState, { state, effects }: Step): Step {
  const pending = state.batch.items.filter(isPending).map(pendingOf);
  if (JSON.stringify(pending) === JSON.stringify(before.settings.pending ?? [])) return { state, effects };
  const settings = { ...state.settings, pending };
  return { state: { ...state, settings }, effects: [...effects, { type: "shell.settings", settings }] };
}

/** One picture at a time on its way out: the page never holds two. */
function prepareNext(state: UiState): Step {
  const { items } = state.batch;
  const busy = items.some(({ phase }) => phase.kind === "preparing");
  const there = items.filter(({ phase }) => phase.kind === "sending" || phase.kind === "running").length;
  const next = items.find(({ phase }) => phase.kind === "waiting");
  if (state.connection.kind !== "connected" || busy || there >= AT_COMPANION || !next) return step(state);
  return step(withPhase(state, next.key, { kind: "preparing" }), { type: "batch.prepare", key: next.key, layer: next.layer });
}

/** One result at a time onto the canvas. */
function placeNext(state: UiState): Step {
  const { items } = state.batch;
  const next = items.find(({ phase }) => phase.kind === "done");
  if (state.connection.kind !== "connected" || items.some(({ phase }) => phase.kind === "placing") || next?.phase.kind !== "done")
    return step(state);
  const { sent, jobId, result } = next.phase;
  const { key, layer } = next;
  const placing = withPhase(state, key, { kind: "placing", sent, jobId, result });
  return step(placing, { type: "batch.place", key, layer, sent, jobId, request: requestOf(next, sent), result });
}

const pump = (state: UiState): Step => andThen(prepareNext(state), placeNext);

const editable = ({ blocked, provenance }: LayerSummary): boolean => blocked === "none" && provenance === undefined;

/** The selected layers a batch can take, in the order of the selection. */
export const batchLayers = ({ selection, batch }: UiState): readonly LayerSummary[] =>
  selection.filter(editable).slice(0, Math.max(0, BATCH_LAYERS - batch.items.filter(isOpen).length));

function added(state: UiState, { key, at }: Go): Step {
  const instruction = state.batch.instruction.trim();
  const layers = batchLayers(state);
  if (instruction === "" || layers.length === 0) return step(state);
  const fresh = layers.map(({ id, name }, i): BatchItem => {
    const layer = { id, name };
    return { key: `${key}-${i}`, layer, instruction, phase: { kind: "waiting" } };
  });
  const { items, pace } = state.batch;
  return pump(withBatch(state, { items: [...items, ...fresh], pace: items.some(isOpen) ? pace : { began: at, last: at, done: 0 } }));
}

function prepared(state: UiState, { key, ...sent }: Omit<Extract<BatchEvent, { type: "batch.prepared" }>, "type">): Step {
  const item = itemWith(state, key);
  if (item?.phase.kind !== "preparing") return pump(state);
  const next = withPhase(state, key, { kind: "sending", sent });
  return andThen(step(next, { type: "batch.edit", key, request: requestOf(item, sent) }), pump);
}

function accepted(state: UiState, key: string, jobId: string): Step {
  const item = itemWith(state, key);
  // Cancelled before the companion answered.
  if (item?.phase.kind !== "sending") return step(state, ...(item && isOpen(item) ? [] : [{ type: "batch.cancel", jobId } as const]));
  const next = withPhase(state, key, { kind: "running", sent: item.phase.sent, jobId, progress: undefined });
  // Asked for at once: a job that has ended already has no events left to send.
  return andThen(step(next, { type: "batch.watch", jobId }), pump);
}

const paced = ({ pace }: BatchState, at: number): BatchState["pace"] =>
  pace ? { ...pace, last: at, done: pace.done + 1 } : { began: at, last: at, done: 0 };

function jobChanged(state: UiState, job: JobView, at: number): Step {
  const item = state.batch.items.find(({ phase }) => phase.kind === "running" && phase.jobId === job.id);
  if (item?.phase.kind !== "running") return step(state);
  const { sent, jobId } = item.phase;
  if (job.status === "failed") return failed(state, item.key, job.error ?? emendError("internal", "The edit failed."));
  if (job.status === "cancelled") return pump(withPhase(state, item.key, { kind: "cancelled" }));
  if (job.status !== "done" || !job.result) return step(withPhase(state, item.key, { ...item.phase, progress: job.progress }));
  const next = withPhase(state, item.key, { kind: "done", sent, jobId, result: job.result });
  return pump(withBatch(next, { pace: paced(state.batch, at) }));
}

function placed(state: UiState, key: string, nodeId: string | undefined): Step {
  const item = itemWith(state, key);
  if (item?.phase.kind !== "placing") return step(state);
  return pump(withPhase(state, key, { kind: "placed", nodeId, needsReview: item.phase.result.needsReview }));
}

/** Each word answers one question, and there are two. */
const AGREED = "-a";

/** A key is one job for ever, so what goes out again does so under a new one. */
const successor = (item: BatchItem, suffix: string): BatchItem => ({
  ...item,
  key: item.key.slice(0, 90) + suffix,
  phase: { kind: "waiting" },
});

/** What the link took with it is done again at the next one: the same key is the same job. */
function failed(state: UiState, key: string, error: EmendError): Step {
  const item = itemWith(state, key);
  if (!item || !isOpen(item)) return step(state);
  const lost = error.code === "connection_lost" || error.code === "companion_unreachable";
  // The word was given while it ran.
  const again = wordGiven(item.word ?? {}, error) && !item.key.endsWith(AGREED + AGREED);
  if (again) return pump(withItems(state, (i) => (i === item ? successor(i, AGREED) : i)));
  if (!lost) return pump(withPhase(state, key, { kind: "failed", error }));
  if (item.phase.kind === "preparing") return step(withPhase(state, key, { kind: "waiting" }));
  if (item.phase.kind === "placing") return step(withPhase(state, key, { ...item.phase, kind: "done" }));
  return step(state);
}

/** What a new link must take up again. */
export function resumeBatch(state: UiState): Step {
  const again = state.batch.items.flatMap((item): Effect[] => {
    const { key, phase } = item;
    if (phase.kind === "sending") return [{ type: "batch.edit", key, request: requestOf(item, phase.sent) }];
    return phase.kind === "running" ? [{ type: "batch.watch", jobId: phase.jobId }] : [];
  });
  return andThen(step(state, ...again), pump);
}

/** The items a closed panel left behind. */
export const restoreBatch = (state: UiState): UiState => withBatch(state, { items: (state.settings.pending ?? []).map(itemOf) });

/** Changes places with the next one that waits, over those that do not. */
function moved(state: UiState, { key, by }: Extract<BatchEvent, { type: "batch.moved" }>): Step {
  const items = [...state.batch.items];
  const waiting = waitingOf(items);
  const at = waiting.findIndex((item) => item.key === key);
  const [item, other] = [waiting[at], waiting[at + by]];
  if (!item || !other) return step(state);
  const places = [items.indexOf(item), items.indexOf(other)] as const;
  items[places[1]] = item;
  items[places[0]] = other;
  return step(withBatch(state, { items }));
}

/** What is being placed is not stopped half-way. */
function cancelled(state: UiState, keys: readonly string[]): Step {
  const going = state.batch.items.filter((item) => keys.includes(item.key) && isPending(item) && item.phase.kind !== "placing");
  const cancel = going.flatMap(({ phase }): Effect[] => (phase.kind === "running" ? [{ type: "batch.cancel", jobId: phase.jobId }] : []));
  const next = going.reduce((s, { key }) => withPhase(s, key, { kind: "cancelled" }), state);
  return andThen(step(next, ...cancel), pump);
}

const retried = (state: UiState, { keys, suffix }: Extract<BatchEvent, { type: "batch.retried" }>): Step =>
  pump(
    withItems(state, (item) => {
      const again = keys.includes(item.key) && !isOpen(item) && item.phase.kind !== "placed";
      return again ? successor(item, `-${suffix}`) : item;
    }),
  );

/** Those that wait for it go out again, those on their way carry it. */
const agreed = (state: UiState, word: Word): Step =>
  pump(
    withItems(state, (item) => {
      if (!isPending(item)) return item;
      const allowed = { ...item, word: withWord(item.word ?? {}, word) };
      return item.phase.kind === "failed" ? successor(allowed, AGREED) : allowed;
    }),
  );

function reduced(state: UiState, event: BatchEvent): Step {
  switch (event.type) {
    case "batch.instruction":
      return step(withBatch(state, { instruction: event.text }));
    case "batch.added":
      return added(state, event);
    case "batch.prepared":
      return prepared(state, { key: event.key, sha256: event.sha256, placement: event.placement });
    case "batch.accepted":
      return accepted(state, event.key, event.jobId);
    case "batch.job":
      return jobChanged(state, event.job, event.at);
    case "batch.placed":
      return placed(state, event.key, event.nodeId);
    case "batch.failed":
      return failed(state, event.key, event.error);
    case "batch.moved":
      return moved(state, event);
    case "batch.cancelled":
      return cancelled(state, event.keys);
    case "batch.retried":
      return retried(state, event);
    case "batch.agreed":
      return agreed(state, event.word);
    case "batch.cleared":
      return step(withBatch(state, { items: state.batch.items.filter(isPending) }));
    default:
      return exhaustive(event);
  }
}

/** One instruction for many layers: queued, sent while there is a link, placed once each, and remembered until then. */
export const reduceBatch = (state: UiState, event: BatchEvent): Step => kept(state, reduced(state, event));
