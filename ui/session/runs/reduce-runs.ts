import type { JobView } from "../../../protocol/edit.ts";
import { type EmendError, emendError, exhaustive } from "../../../protocol/errors.ts";
import { type Effect, type Step, step } from "../effect.ts";
import { withWord, wordGiven } from "../job/agreement.ts";
import type { UiState } from "../ui-state.ts";
import type { RunsEvent } from "./runs-event.ts";
import { isUnderWay, jobKeyOf, type ManyRun, type RunPhase } from "./runs-state.ts";

/** Edits that wait for their acknowledgement at the same time; the companion's own queue does the rest. */
const SENDING_AT_ONCE = 4;

function withPhase(state: UiState, key: string, phase: RunPhase): UiState {
  return { ...state, runs: state.runs.map((run) => (run.key === key ? { ...run, phase } : run)) };
}

const sending = (run: ManyRun): Effect => ({ type: "runs.edit", key: run.key, jobKey: jobKeyOf(run), request: run.request });

/** Sends waiting runs, a few at a time and only while connected. */
export function pumpRuns(state: UiState): Step {
  if (state.connection.kind !== "connected") return step(state);
  const free = SENDING_AT_ONCE - state.runs.filter((run) => run.phase.kind === "sending").length;
  const next = state.runs.filter((run) => run.phase.kind === "waiting").slice(0, Math.max(0, free));
  const sent = next.reduce((s, { key }) => withPhase(s, key, { kind: "sending" }), state);
  return step(sent, ...next.map(sending));
}

/** Adds runs and begins to send them. */
export const startRuns = (state: UiState, runs: readonly Omit<ManyRun, "phase">[]): Step =>
  pumpRuns({ ...state, runs: [...state.runs, ...runs.map((run): ManyRun => ({ ...run, phase: { kind: "waiting" } }))] });

/** Forgets runs; those under way are cancelled at the companion. */
export function dropRuns(state: UiState, keys: readonly string[]): Step {
  const gone = state.runs.filter((run) => keys.includes(run.key));
  const rest = pumpRuns({ ...state, runs: state.runs.filter((run) => !keys.includes(run.key)) });
  return { state: rest.state, effects: [...gone.flatMap(cancelling), ...rest.effects] };
}

const cancelling = ({ phase }: ManyRun): Effect[] => (phase.kind === "running" ? [{ type: "runs.cancel", jobId: phase.jobId }] : []);

/** What a new link must take up again. */
export function resumeRuns(state: UiState): Step {
  const again = state.runs.flatMap((run): Effect[] => {
    const { key, phase } = run;
    if (phase.kind === "sending") return [sending(run)];
    if (phase.kind === "running") return [{ type: "runs.watch", key, jobId: phase.jobId }];
    if (phase.kind === "done" && phase.picture === undefined) return [{ type: "runs.picture", key, result: phase.result }];
    return [];
  });
  const pumped = pumpRuns(state);
  return { state: pumped.state, effects: [...again, ...pumped.effects] };
}

function accepted(state: UiState, { key, jobId }: Extract<RunsEvent, { type: "runs.accepted" }>): Step {
  const run = state.runs.find((r) => r.key === key);
  // Cancelled or dropped before the companion answered.
  if (run?.phase.kind !== "sending") return step(state, ...(run && isUnderWay(run) ? [] : [{ type: "runs.cancel", jobId } as const]));
  const next = pumpRuns(withPhase(state, key, { kind: "running", jobId, progress: undefined }));
  return { state: next.state, effects: [{ type: "runs.watch", key, jobId }, ...next.effects] };
}

function refused(state: UiState, { key, error }: Extract<RunsEvent, { type: "runs.refused" }>): Step {
  const run = state.runs.find((r) => r.key === key);
  // Lost before it was acknowledged: the next connection sends it again under the same key.
  if (run?.phase.kind !== "sending" || error.code === "connection_lost") return step(state);
  return ended(state, run, error);
}

const waitingAgain = (run: ManyRun): ManyRun => ({ ...run, attempt: (run.attempt ?? 0) + 1, phase: { kind: "waiting" } });

/** Each attempt answers one question, and there are two: whether the picture may leave, and whether the edit is theirs to make. */
const QUESTIONS = 2;

/** What fails for a word that was given while it ran goes out again with it. */
function ended(state: UiState, run: ManyRun, error: EmendError): Step {
  if (!wordGiven(run.request, error) || (run.attempt ?? 0) >= QUESTIONS)
    return pumpRuns(withPhase(state, run.key, { kind: "failed", error }));
  return pumpRuns({ ...state, runs: state.runs.map((r) => (r === run ? waitingAgain(r) : r)) });
}

function agreed(state: UiState, { keys, word }: Extract<RunsEvent, { type: "runs.agreed" }>): Step {
  const runs = state.runs.map((run): ManyRun => {
    if (!keys.includes(run.key) || run.phase.kind === "done" || run.phase.kind === "cancelled") return run;
    const allowed = { ...run, request: withWord(run.request, word) };
    return run.phase.kind === "failed" && wordGiven(allowed.request, run.phase.error) ? waitingAgain(allowed) : allowed;
  });
  return pumpRuns({ ...state, runs });
}

function phaseOf(view: JobView, jobId: string): RunPhase {
  if (view.status === "done" && view.result) return { kind: "done", jobId, result: view.result, picture: undefined };
  if (view.status === "failed") return { kind: "failed", error: view.error ?? emendError("internal", "The edit failed.") };
  if (view.status === "cancelled") return { kind: "cancelled" };
  return { kind: "running", jobId, progress: view.progress };
}

function changed(state: UiState, view: JobView): Step {
  const run = state.runs.find(({ phase }) => phase.kind === "running" && phase.jobId === view.id);
  if (!run) return step(state);
  const phase = phaseOf(view, view.id);
  if (phase.kind === "failed") return ended(state, run, phase.error);
  const next = withPhase(state, run.key, phase);
  return phase.kind === "done" ? step(next, { type: "runs.picture", key: run.key, result: phase.result }) : step(next);
}

function pictured(state: UiState, { key, picture }: Extract<RunsEvent, { type: "runs.pictured" }>): Step {
  const run = state.runs.find((r) => r.key === key);
  if (run?.phase.kind !== "done") return step(state, { type: "pictures.release", pictures: [picture] });
  return step(withPhase(state, key, { ...run.phase, picture }));
}

function cancelled(state: UiState, keys: readonly string[]): Step {
  const going = state.runs.filter((run) => keys.includes(run.key) && (isUnderWay(run) || run.phase.kind === "failed"));
  const next = pumpRuns(going.reduce((s, { key }) => withPhase(s, key, { kind: "cancelled" }), state));
  return { state: next.state, effects: [...going.flatMap(cancelling), ...next.effects] };
}

function retried(state: UiState, keys: readonly string[]): Step {
  const runs = state.runs.map((run): ManyRun => {
    const again = keys.includes(run.key) && (run.phase.kind === "failed" || run.phase.kind === "cancelled");
    return again ? waitingAgain(run) : run;
  });
  return pumpRuns({ ...state, runs });
}

/** Many edits side by side, whoever started them. */
export function reduceRuns(state: UiState, event: RunsEvent): Step {
  switch (event.type) {
    case "runs.accepted":
      return accepted(state, event);
    case "runs.refused":
      return refused(state, event);
    case "runs.changed":
      return changed(state, event.job);
    case "runs.pictured":
      return pictured(state, event);
    case "runs.cancelled":
      return cancelled(state, event.keys);
    case "runs.retried":
      return retried(state, event.keys);
    case "runs.agreed":
      return agreed(state, event);
    default:
      return exhaustive(event);
  }
}
