import type { JobView } from "../../../protocol/edit.ts";
import { type EmendError, emendError, exhaustive, type Result } from "../../../protocol/errors.ts";
import { andThen, type Effect, type Step, step } from "../effect.ts";
import { andFix } from "../history/fix.ts";
import { INITIAL_INSTRUCT } from "../instruct/instruct-state.ts";
import { instructWish } from "../instruct/instruct-wish.ts";
import { withRecent } from "../instruct/remembered.ts";
import { readySource, type Source } from "../layer/layer-state.ts";
import { changesOf, draftsOf, marksOf } from "../text/drafts.ts";
import { textWish } from "../text/text-wish.ts";
import type { UiState } from "../ui-state.ts";
import { agreementTo, withWord } from "./agreement.ts";
import type { Go, JobEvent } from "./job-event.ts";
import type { Placed, Run } from "./job-state.ts";
import type { Wish } from "./wish.ts";

/** Ends the job with an error; the inputs stay as they are. */
const refuse = (state: UiState, error: EmendError, run?: Run): Step =>
  step({ ...state, job: { kind: "failed", error, ...(run && { run }) } });

/** What the screen at hand asks for. */
function wishOf(state: UiState, source: Source): Result<Wish> {
  return state.screen === "instruct"
    ? instructWish(source, state.instruct)
    : textWish(source, changesOf(source, draftsOf(state, source), marksOf(state, source)));
}

/** An instruction that runs is among the recent ones from now on. */
function remembered(state: UiState): Step {
  const { filling, instruction } = state.instruct;
  const settings = withRecent(state.settings, filling?.template ?? instruction.trim());
  return step({ ...state, settings }, { type: "shell.settings", settings });
}

function apply(state: UiState, { key, at }: Go): Step {
  if (state.job.kind !== "idle" && state.job.kind !== "failed") return step(state);
  const source = readySource(state.work);
  if (!source) return refuse(state, emendError("no_selection", "No layer is selected."));
  const wish = wishOf(state, source);
  if (!wish.ok) return refuse(state, wish.error);
  const run: Run = { key, startedAt: at, source, from: state.screen, ...wish.value };
  const sending: UiState = { ...state, job: { kind: "sending", run } };
  const edit: Effect = { type: "job.edit", key, request: run.request };
  return state.screen === "instruct" ? andThen(remembered(sending), (s) => step(s, edit)) : step(sending, edit);
}

/** The same edit with the person's word. */
function agreed(state: UiState, go: Go): Step {
  const { job } = state;
  const word = job.kind === "failed" ? agreementTo(job.error) : undefined;
  if (job.kind !== "failed" || !job.run || !word) return step(state);
  const run: Run = { ...job.run, key: go.key, startedAt: go.at, request: withWord(job.run.request, word) };
  return step({ ...state, job: { kind: "sending", run } }, { type: "job.edit", key: go.key, request: run.request });
}

function again(state: UiState, go: Go): Step {
  const { job } = state;
  if (job.kind !== "placed") return step(state);
  const request = { ...job.run.request, seed: (job.result.seed + 1) >>> 0 };
  const run = { ...job.run, key: go.key, startedAt: go.at, request };
  return step({ ...state, job: { kind: "sending", run } }, ...removal(job), { type: "job.edit", key: go.key, request });
}

/** What becomes of the layer of the round before, whose place this result takes: it hides, shows again, or goes. */
function roundBefore({ instruct }: UiState, { run, node }: Placed, type: "job.visible" | "job.discard", visible = false): Effect[] {
  const nodeId = instruct.rounds?.source === run.source.sha256 ? instruct.rounds.nodeId : undefined;
  if (run.from !== "instruct" || nodeId === undefined || node === undefined) return [];
  return type === "job.discard" ? [{ type, nodeId }] : [{ type, nodeId, visible }];
}

/** A kept result of an instruction is what the next instruction speaks of. */
function withRound(state: UiState, { run, result, node }: Placed): UiState {
  if (run.from !== "instruct" || node === undefined) return state;
  const rounds = { source: run.source.sha256, operations: result.plan.operations, nodeId: node.id, words: run.label };
  return { ...state, instruct: { ...state.instruct, rounds } };
}

const removal = ({ node, originalHidden }: Placed): Effect[] =>
  node ? [{ type: "job.discard", nodeId: node.id, ...(originalHidden && { withOriginal: true }) }] : [];

function cancel(state: UiState): Step {
  const { job } = state;
  const idle: UiState = { ...state, job: { kind: "idle" } };
  if (job.kind === "running") return step(idle, { type: "job.cancel", jobId: job.jobId });
  return job.kind === "sending" ? step(idle) : step(state);
}

function accepted(state: UiState, { key, jobId }: { readonly key: string; readonly jobId: string }): Step {
  const { job } = state;
  if (job.kind === "sending" && job.run.key === key) {
    // Asked for at once: a job that was already done (the cache) has no events left to send.
    return step({ ...state, job: { kind: "running", run: job.run, jobId, progress: undefined } }, { type: "job.watch", jobId });
  }
  const known = job.kind === "running" && job.jobId === jobId;
  return known ? step(state) : step(state, { type: "job.cancel", jobId });
}

function refusedJob(state: UiState, key: string, error: EmendError): Step {
  if (state.job.kind !== "sending" || state.job.run.key !== key) return step(state);
  // Lost before it was acknowledged: the next connection sends it again under the same key.
  return error.code === "connection_lost" ? step(state) : refuse(state, error, state.job.run);
}

function changed(state: UiState, view: JobView): Step {
  const { job } = state;
  if (job.kind !== "running" || job.jobId !== view.id) return step(state);
  if (view.status === "failed") return refuse(state, view.error ?? emendError("internal", "The edit failed."), job.run);
  if (view.status === "cancelled") return step({ ...state, job: { kind: "idle" } });
  if (view.status === "done" && view.result) {
    const placing = { kind: "placing", run: job.run, jobId: job.jobId, result: view.result } as const;
    return step({ ...state, job: placing }, { type: "job.place", placing });
  }
  return step({ ...state, job: { ...job, progress: view.progress ?? job.progress } });
}

function placed(state: UiState, event: Extract<JobEvent, { type: "job.placed" }>): Step {
  const { job } = state;
  if (job.kind !== "placing" || job.run.key !== event.key) return step(state);
  const { run, jobId, result } = job;
  const placedJob: Placed = { kind: "placed", run, jobId, result, node: event.node, after: event.after, shown: true };
  const shown = step({ ...state, pinned: run.source.layer, job: placedJob }, ...roundBefore(state, placedJob, "job.visible"));
  return andFix(shown, placedJob, "hide");
}

function placeFailed(state: UiState, key: string, error: EmendError): Step {
  const { job } = state;
  if (job.kind !== "placing" || job.run.key !== key) return step(state);
  return step({ ...state, job: { kind: "failed", error, placing: job } });
}

function placeRetried(state: UiState): Step {
  const { job } = state;
  if (job.kind !== "failed" || !job.placing) return step(state);
  return step({ ...state, job: job.placing }, { type: "job.place", placing: job.placing });
}

function compared(state: UiState, shown: boolean): Step {
  const { job } = state;
  if (job.kind !== "placed" || job.shown === shown) return step(state);
  const effects: Effect[] = job.node ? [{ type: "job.visible", nodeId: job.node.id, visible: shown }] : [];
  return step({ ...state, job: { ...job, shown } }, ...effects);
}

function original(state: UiState, hidden: boolean): Step {
  const { job } = state;
  return job.kind === "placed" && job.node ? step(state, { type: "job.original", nodeId: job.node.id, visible: !hidden }) : step(state);
}

function originalSet(state: UiState, { nodeId, hidden }: Extract<JobEvent, { type: "job.original.set" }>): Step {
  const { job } = state;
  return step(job.kind === "placed" && job.node?.id === nodeId ? { ...state, job: { ...job, originalHidden: hidden } } : state);
}

/** What made the result is done with. */
function withoutInputs(state: UiState, { run }: Placed): UiState {
  if (run.from === "instruct") {
    const { region, protect, rounds } = state.instruct;
    return { ...state, instruct: { ...INITIAL_INSTRUCT, region, protect, rounds } };
  }
  const { drafts, marks } = state.text;
  const { sha256 } = run.source;
  const unmarked = { ...marks, [sha256]: { live: [], drawn: marks[sha256]?.drawn ?? [] } };
  return { ...state, text: { ...state.text, drafts: { ...drafts, [sha256]: {} }, marks: unmarked } };
}

function finish(state: UiState, how: "job.kept" | "job.discarded" | "job.adjusted"): Step {
  const { job } = state;
  if (job.kind !== "placed") return step(state);
  const idle: UiState = { ...state, job: { kind: "idle" } };
  const back = roundBefore(state, job, "job.visible", true);
  if (how === "job.adjusted") return andFix(step(idle, ...removal(job), ...back), job, "show");
  if (how === "job.discarded") return andFix(step(withoutInputs(idle, job), ...removal(job), ...back), job, "show");
  const show: Effect[] = job.node && !job.shown ? [{ type: "job.visible", nodeId: job.node.id, visible: true }] : [];
  return andFix(step(withRound(withoutInputs(idle, job), job), ...show, ...roundBefore(state, job, "job.discard")), job, "remove");
}

/** From Apply to the kept, discarded or adjusted layer. */
export function reduceJob(state: UiState, event: JobEvent): Step {
  switch (event.type) {
    case "job.apply":
      return apply(state, event);
    case "job.again":
      return again(state, event);
    case "job.agreed":
      return agreed(state, event);
    case "job.cancel":
      return cancel(state);
    case "job.accepted":
      return accepted(state, event);
    case "job.refused":
      return refusedJob(state, event.key, event.error);
    case "job.changed":
      return changed(state, event.job);
    case "job.placed":
      return placed(state, event);
    case "job.place.failed":
      return placeFailed(state, event.key, event.error);
    case "job.place.retried":
      return placeRetried(state);
    case "job.compared":
      return compared(state, event.shown);
    case "job.original":
      return original(state, event.hidden);
    case "job.original.set":
      return originalSet(state, event);
    case "job.kept":
    case "job.discarded":
    case "job.adjusted":
      return finish(state, event.type);
    case "job.dismissed":
      return state.job.kind === "failed" ? step({ ...state, job: { kind: "idle" } }) : step(state);
    default:
      return exhaustive(event);
  }
}
