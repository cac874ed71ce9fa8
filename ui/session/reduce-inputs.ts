import { exhaustive } from "../../protocol/errors.ts";
import { draftsOf, readySource, withDraft } from "./drafts.ts";
import { type Step, step } from "./effect.ts";
import { plannedRun, refuse } from "./reduce-job.ts";
import type { InputEvent } from "./ui-event.ts";
import type { UiState } from "./ui-state.ts";

/** A pause in typing this long asks the companion what it understands. */
const PAUSE_MS = 400;

function rowEdited(state: UiState, row: { readonly index: number; readonly text: string }): Step {
  const source = readySource(state.work);
  if (!source) return step(state);
  const drafts = withDraft(draftsOf(state, source), source, row);
  return step({ ...state, drafts: { ...state.drafts, [source.sha256]: drafts } });
}

function rowsReverted(state: UiState): Step {
  const source = readySource(state.work);
  return source ? step({ ...state, drafts: { ...state.drafts, [source.sha256]: {} } }) : step(state);
}

function instructionEdited(state: UiState, text: string): Step {
  const next: UiState = { ...state, instruction: text };
  const instruction = text.trim();
  if (instruction === "") return step({ ...next, understanding: { kind: "none" } });
  const { understanding } = state;
  if (understanding.kind !== "none" && understanding.instruction === instruction) return step(next);
  if (state.connection.kind !== "connected") return step({ ...next, understanding: { kind: "none" } });
  return step({ ...next, understanding: { kind: "asking", instruction } }, { type: "plan", instruction, delayMs: PAUSE_MS });
}

/** Puts `text` in the place of the string that was looked for in vain, or at the end where that one is not to be seen. */
function textChosen(state: UiState, text: string): Step {
  const { understanding, instruction } = state;
  const operations = understanding.kind === "known" ? understanding.plan.operations : [];
  const missed = operations.map((o) => o.text?.from).find((from) => from !== undefined && instruction.includes(from));
  const chosen = missed ? instruction.replace(missed, () => text) : `${instruction} ${text}`.trim();
  return instructionEdited({ ...state, job: { kind: "idle" } }, chosen);
}

function understood(state: UiState, event: Extract<InputEvent, { type: "understood" }>): Step {
  const { job } = state;
  const current = state.instruction.trim() === event.instruction;
  const next: UiState = current ? { ...state, understanding: { kind: "known", instruction: event.instruction, plan: event.plan } } : state;
  return job.kind === "planning" && job.instruction === event.instruction ? plannedRun(next, job, event.plan) : step(next);
}

function notUnderstood(state: UiState, event: Extract<InputEvent, { type: "not.understood" }>): Step {
  const { understanding, job } = state;
  const asking = understanding.kind === "asking" && understanding.instruction === event.instruction;
  const next: UiState = asking ? { ...state, understanding: { kind: "none" } } : state;
  return job.kind === "planning" && job.instruction === event.instruction ? refuse(next, event.error) : step(next);
}

/** The text list and the instruction. */
export function reduceInputs(state: UiState, event: InputEvent): Step {
  switch (event.type) {
    case "row.edited":
      return rowEdited(state, event);
    case "rows.reverted":
      return rowsReverted(state);
    case "instruction.edited":
      return instructionEdited(state, event.text);
    case "understood":
      return understood(state, event);
    case "not.understood":
      return notUnderstood(state, event);
    case "text.chosen":
      return textChosen(state, event.text);
    default:
      return exhaustive(event);
  }
}
