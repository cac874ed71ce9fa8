import type { JobView } from "../../protocol/edit.ts";
import { type EmendError, emendError, exhaustive } from "../../protocol/errors.ts";
import type { Operation, Plan } from "../../protocol/plan.ts";
import { changesOf, draftsOf, readySource } from "./drafts.ts";
import { type Effect, type Step, step } from "./effect.ts";
import { buildRequest, labelOf } from "./request.ts";
import type { Go, JobEvent } from "./ui-event.ts";
import type { Job, Placed, UiState } from "./ui-state.ts";

/** Ends the job with an error; the inputs stay as they are. */
export const refuse = (state: UiState, error: EmendError): Step => step({ ...state, job: { kind: "failed", error } });

interface Start extends Go {
  readonly planned: readonly Operation[];
  readonly seed?: number;
}

function start(state: UiState, { key, at, planned, seed }: Start): Step {
  const source = readySource(state.work);
  if (!source) return refuse(state, emendError("no_selection", "No layer is selected."));
  const wish = { source, changes: changesOf(source, draftsOf(state, source)), instruction: state.instruction.trim(), planned, seed };
  const request = buildRequest(wish);
  if (!request.ok) return refuse(state, request.error);
  const run = { key, startedAt: at, source, request: request.value, label: labelOf(wish) };
  return step({ ...state, job: { kind: "sending", run } }, { type: "edit", key, request: request.value });
}

function apply(state: UiState, go: Go): Step {
  if (state.job.kind !== "idle" && state.job.kind !== "failed") return step(state);
  const source = readySource(state.work);
  const instruction = state.instruction.trim();
  const both = source !== undefined && instruction !== "" && changesOf(source, draftsOf(state, source)).length > 0;
  if (!both) return start(state, { ...go, planned: [] });
  const { understanding } = state;
  const known = understanding.kind === "known" && understanding.instruction === instruction;
  if (known) return startPlanned(state, go, understanding.plan);
  const job: Job = { kind: "planning", key: go.key, startedAt: go.at, instruction };
  return step({ ...state, job }, { type: "plan", instruction, delayMs: 0 });
}

function startPlanned(state: UiState, go: Go, plan: Plan): Step {
  if (plan.operations.length > 0) return start(state, { ...go, planned: plan.operations });
  return refuse(state, emendError("instruction_unclear", plan.clarify ?? "The instruction was not understood."));
}

/** Goes on with an Apply that waited for its instruction to be understood. */
export const plannedRun = (state: UiState, job: Extract<Job, { kind: "planning" }>, plan: Plan): Step =>
  startPlanned(state, { key: job.key, at: job.startedAt }, plan);

function again(state: UiState, go: Go): Step {
  const { job } = state;
  if (job.kind !== "placed") return step(state);
  const request = { ...job.run.request, seed: (job.result.seed + 1) >>> 0 };
  const run = { ...job.run, key: go.key, startedAt: go.at, request };
  return step({ ...state, job: { kind: "sending", run } }, ...removal(job), { type: "edit", key: go.key, request });
}

const removal = ({ node }: Placed): Effect[] => (node ? [{ type: "discard", nodeId: node.id }] : []);

function cancel(state: UiState): Step {
  const { job } = state;
  const idle: UiState = { ...state, job: { kind: "idle" } };
  if (job.kind === "running") return step(idle, { type: "cancel", jobId: job.jobId });
  return job.kind === "planning" || job.kind === "sending" ? step(idle) : step(state);
}

function accepted(state: UiState, { key, jobId }: { readonly key: string; readonly jobId: string }): Step {
  const { job } = state;
  if (job.kind === "sending" && job.run.key === key) {
    // Asked for at once: a job that was already done (the cache) has no events left to send.
    return step({ ...state, job: { kind: "running", run: job.run, jobId, progress: undefined } }, { type: "watch", jobId });
  }
  const known = job.kind === "running" && job.jobId === jobId;
  return known ? step(state) : step(state, { type: "cancel", jobId });
}

function refusedJob(state: UiState, key: string, error: EmendError): Step {
  if (state.job.kind !== "sending" || state.job.run.key !== key) return step(state);
  // Lost before it was acknowledged: the next connection sends it again under the same key.
  return error.code === "connection_lost" ? step(state) : refuse(state, error);
}

function changed(state: UiState, view: JobView): Step {
  const { job } = state;
  if (job.kind !== "running" || job.jobId !== view.id) return step(state);
  if (view.status === "failed") return refuse(state, view.error ?? emendError("internal", "The edit failed."));
  if (view.status === "cancelled") return step({ ...state, job: { kind: "idle" } });
  if (view.status === "done" && view.result) {
    const placing = { kind: "placing", run: job.run, jobId: job.jobId, result: view.result } as const;
    return step({ ...state, job: placing }, { type: "place", placing });
  }
  return step({ ...state, job: { ...job, progress: view.progress ?? job.progress } });
}

function placed(state: UiState, event: Extract<JobEvent, { type: "placed" }>): Step {
  const { job } = state;
  if (job.kind !== "placing" || job.run.key !== event.key) return step(state);
  const { run, result } = job;
  return step({
    ...state,
    pinned: run.source.layer,
    job: { kind: "placed", run, result, node: event.node, after: event.after, shown: true },
  });
}

function placeFailed(state: UiState, key: string, error: EmendError): Step {
  const { job } = state;
  if (job.kind !== "placing" || job.run.key !== key) return step(state);
  return step({ ...state, job: { kind: "failed", error, placing: job } });
}

function placeRetried(state: UiState): Step {
  const { job } = state;
  if (job.kind !== "failed" || !job.placing) return step(state);
  return step({ ...state, job: job.placing }, { type: "place", placing: job.placing });
}

function compared(state: UiState, shown: boolean): Step {
  const { job } = state;
  if (job.kind !== "placed" || job.shown === shown) return step(state);
  const effects: Effect[] = job.node ? [{ type: "visible", nodeId: job.node.id, visible: shown }] : [];
  return step({ ...state, job: { ...job, shown } }, ...effects);
}

const withoutInputs = (state: UiState, placedJob: Placed): UiState => ({
  ...state,
  instruction: "",
  understanding: { kind: "none" },
  drafts: { ...state.drafts, [placedJob.run.source.sha256]: {} },
});

function finish(state: UiState, how: "kept" | "discarded" | "adjusted"): Step {
  const { job } = state;
  if (job.kind !== "placed") return step(state);
  const idle: UiState = { ...state, job: { kind: "idle" } };
  if (how === "adjusted") return step(idle, ...removal(job));
  if (how === "discarded") return step(withoutInputs(idle, job), ...removal(job));
  const show: Effect[] = job.node && !job.shown ? [{ type: "visible", nodeId: job.node.id, visible: true }] : [];
  return step(withoutInputs(idle, job), ...show);
}

/** From Apply to the kept, discarded or adjusted layer. */
export function reduceJob(state: UiState, event: JobEvent): Step {
  switch (event.type) {
    case "apply":
      return apply(state, event);
    case "again":
      return again(state, event);
    case "cancel":
      return cancel(state);
    case "job.accepted":
      return accepted(state, event);
    case "job.refused":
      return refusedJob(state, event.key, event.error);
    case "job.changed":
      return changed(state, event.job);
    case "placed":
      return placed(state, event);
    case "place.failed":
      return placeFailed(state, event.key, event.error);
    case "place.retried":
      return placeRetried(state);
    case "compared":
      return compared(state, event.shown);
    case "kept":
    case "discarded":
    case "adjusted":
      return finish(state, event.type);
    case "dismissed":
      return state.job.kind === "failed" ? step({ ...state, job: { kind: "idle" } }) : step(state);
    default:
      return exhaustive(event);
  }
}
