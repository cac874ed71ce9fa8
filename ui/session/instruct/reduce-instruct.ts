import { exhaustive } from "../../../protocol/errors.ts";
import { boundsOf, union } from "../../../protocol/geometry.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import type { Operation } from "../../../protocol/plan.ts";
import { type Step, step } from "../effect.ts";
import { readySource } from "../layer/layer-state.ts";
import type { UiState } from "../ui-state.ts";
import type { InstructEvent } from "./instruct-event.ts";
import type { InstructState } from "./instruct-state.ts";
import { fittedTo } from "./protected-quad.ts";
import { withFavourite } from "./remembered.ts";
import { fieldsOf, filled } from "./templates.ts";

/** A pause in typing this long asks the companion what it understands. */
const PAUSE_MS = 400;

const withInstruct = (state: UiState, change: Partial<InstructState>): UiState => ({
  ...state,
  instruct: { ...state.instruct, ...change },
});

/** What earlier rounds asked of the source at hand. */
export function operationsBefore({ work, instruct }: UiState): readonly Operation[] {
  const { rounds } = instruct;
  return rounds && rounds.source === readySource(work)?.sha256 ? rounds.operations : [];
}

function typed(state: UiState, text: string): Step {
  const instruction = text.trim();
  const next = withInstruct(state, { instruction: text, at: undefined });
  const { understanding, trimmed } = state.instruct;
  if (!trimmed && instruction !== "" && understanding.kind !== "none" && understanding.instruction === instruction) return step(next);
  if (instruction === "" || state.connection.kind !== "connected")
    return step(withInstruct(next, { understanding: { kind: "none" }, trimmed: false }));
  const asking = withInstruct(next, { understanding: { kind: "asking", instruction }, trimmed: false });
  const source = readySource(state.work)?.sha256;
  return step(asking, { type: "instruct.plan", instruction, after: operationsBefore(state), source, delayMs: PAUSE_MS });
}

/** What a new link must take up again: an instruction that was not understood while nobody answered is asked about. */
export const resumeInstruct = (state: UiState): Step =>
  state.instruct.understanding.kind === "known"
    ? step(state)
    : typed(withInstruct(state, { understanding: { kind: "none" } }), state.instruct.instruction);

/** Puts `text` in the place of the string that was looked for in vain, or at the end where that one is not to be seen. */
function textChosen(state: UiState, text: string): Step {
  const { understanding, instruction } = state.instruct;
  const operations = understanding.kind === "known" ? understanding.plan.operations : [];
  const missed = operations.map((o) => o.text?.from).find((from) => from !== undefined && instruction.includes(from));
  const chosen = missed ? instruction.replace(missed, () => text) : `${instruction} “${text}”`.trim();
  return typed(withInstruct({ ...state, job: { kind: "idle" } }, { filling: undefined }), chosen);
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

function chipDropped(state: UiState, index: number): Step {
  const { understanding } = state.instruct;
  if (understanding.kind !== "known") return step(state);
  const operations = understanding.plan.operations.filter((_, i) => i !== index);
  const plan = { ...understanding.plan, operations };
  return step(withInstruct(state, { understanding: { ...understanding, plan }, trimmed: true }));
}

function templateChosen(state: UiState, template: string): Step {
  const values = fieldsOf(template).map(() => "");
  return typed(withInstruct(state, { filling: values.length > 0 ? { template, values } : undefined }), template);
}

function fieldFilled(state: UiState, { index, value }: Extract<InstructEvent, { type: "instruct.field.filled" }>): Step {
  const { filling } = state.instruct;
  if (!filling) return step(state);
  const next = { ...filling, values: filling.values.map((v, i) => (i === index ? value : v)) };
  return typed(withInstruct(state, { filling: next }), filled(next));
}

function favoured(state: UiState, template: string): Step {
  const settings = withFavourite(state.settings, template);
  return step({ ...state, settings }, { type: "shell.settings", settings });
}

/** The source stays at hand while other layers are selected. */
function picking(state: UiState, use: InstructState["picking"]): Step {
  const source = readySource(state.work);
  const held = use && source ? { ...state, pinned: source.layer } : state;
  return step(withInstruct(held, { picking: use, drawing: undefined }));
}

function picked(state: UiState): Step {
  const source = readySource(state.work);
  const use = state.instruct.picking;
  if (!source || !use) return step(state);
  return step(state, { type: "instruct.areas", use, layerId: source.layer.id, placement: source.placement });
}

/** Several shapes make one region around them all, or protect each by itself. */
function areas(state: UiState, event: Extract<InstructEvent, { type: "instruct.areas" }>): Step {
  const done = withInstruct(state, { picking: undefined, drawing: undefined });
  if (event.areas.length === 0) return step(done);
  if (event.use === "protect") {
    const protect = [...state.instruct.protect, ...event.areas].slice(0, LIMITS.protectedAreas);
    return step(withInstruct(done, { protect }));
  }
  const [first, ...rest] = event.areas.map((a) => boundsOf<"image">(a.quad));
  return step(withInstruct(done, { region: first && rest.reduce((a, b) => union(a, b), first) }));
}

function reshaped(state: UiState, { index, rect }: Extract<InstructEvent, { type: "instruct.reshaped" }>): Step {
  const protect = state.instruct.protect.map((area, i) => (i === index ? { ...area, quad: fittedTo(area.quad, rect) } : area));
  return step(withInstruct(state, { protect }));
}

/** The instruction, what is understood of it, and where it may work. */
export function reduceInstruct(state: UiState, event: InstructEvent): Step {
  switch (event.type) {
    case "instruct.edited":
      return typed(withInstruct(state, { filling: undefined }), event.text);
    case "instruct.understood":
      return understood(state, event);
    case "instruct.not.understood":
      return notUnderstood(state, event.instruction);
    case "instruct.text.chosen":
      return textChosen(state, event.text);
    case "instruct.place.chosen":
      return step(withInstruct({ ...state, job: { kind: "idle" } }, { at: event.at }));
    case "instruct.chip.dropped":
      return chipDropped(state, event.index);
    case "instruct.template.chosen":
      return templateChosen(state, event.template);
    case "instruct.field.filled":
      return fieldFilled(state, event);
    case "instruct.favourite":
      return favoured(state, event.template);
    case "instruct.drawing":
      return step(withInstruct(state, { drawing: event.use, picking: undefined }));
    case "instruct.picking":
      return picking(state, event.use);
    case "instruct.picked":
      return picked(state);
    case "instruct.areas":
      return areas(state, event);
    case "instruct.region":
      return step(withInstruct(state, { region: event.rect, drawing: undefined }));
    case "instruct.reshaped":
      return reshaped(state, event);
    case "instruct.unprotected":
      return step(withInstruct(state, { protect: state.instruct.protect.filter((_, i) => i !== event.index) }));
    case "instruct.rounds.ended":
      return typed(withInstruct(state, { rounds: undefined, understanding: { kind: "none" } }), state.instruct.instruction);
    default:
      return exhaustive(event);
  }
}
