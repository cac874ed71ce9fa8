import { exhaustive } from "../../../protocol/errors.ts";
import { type Step, step } from "../effect.ts";
import { readySource } from "../layer/layer-state.ts";
import type { UiState } from "../ui-state.ts";
import type { InstructEvent } from "./instruct-event.ts";
import type { InstructState } from "./instruct-state.ts";

/** A pause in typing this long asks the companion what it understands. */
const PAUSE_MS = 400;

const withInstruct = (state: UiState, change: Partial<InstructState>): UiState => ({
  ...state,
  instruct: { ...state.instruct, ...change },
});

function edited(state: UiState, text: string): Step {
  const instruction = text.trim();
  const next = withInstruct(state, { instruction: text });
  const { understanding } = state.instruct;
  if (instruction !== "" && understanding.kind !== "none" && understanding.instruction === instruction) return step(next);
  if (instruction === "" || state.connection.kind !== "connected") return step(withInstruct(next, { understanding: { kind: "none" } }));
  const asking = withInstruct(next, { understanding: { kind: "asking", instruction } });
  const source = readySource(state.work)?.sha256;
  return step(asking, { type: "instruct.plan", instruction, ...(source !== undefined && { source }), delayMs: PAUSE_MS });
}

/** Puts `text` in the place of the string that was looked for in vain, or at the end where that one is not to be seen. */
function textChosen(state: UiState, text: string): Step {
  const { understanding, instruction } = state.instruct;
  const operations = understanding.kind === "known" ? understanding.plan.operations : [];
  const missed = operations.map((o) => o.text?.from).find((from) => from !== undefined && instruction.includes(from));
  const chosen = missed ? instruction.replace(missed, () => text) : `${instruction} ${text}`.trim();
  return edited({ ...state, job: { kind: "idle" } }, chosen);
}

function understood(state: UiState, { instruction, plan }: Extract<InstructEvent, { type: "instruct.understood" }>): Step {
  const current = state.instruct.instruction.trim() === instruction;
  return step(current ? withInstruct(state, { understanding: { kind: "known", instruction, plan } }) : state);
}

function notUnderstood(state: UiState, instruction: string): Step {
  const { understanding } = state.instruct;
  const asking = understanding.kind === "asking" && understanding.instruction === instruction;
  return step(asking ? withInstruct(state, { understanding: { kind: "none" } }) : state);
}

/** The instruction and what is understood of it. */
export function reduceInstruct(state: UiState, event: InstructEvent): Step {
  switch (event.type) {
    case "instruct.edited":
      return edited(state, event.text);
    case "instruct.understood":
      return understood(state, event);
    case "instruct.not.understood":
      return notUnderstood(state, event.instruction);
    case "instruct.text.chosen":
      return textChosen(state, event.text);
    default:
      return exhaustive(event);
  }
}
