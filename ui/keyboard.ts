import type { Go } from "./session/job/job-event.ts";
import type { UiEvent } from "./session/ui-event.ts";
import type { UiState } from "./session/ui-state.ts";

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly target: unknown;
}

const isTyping = (target: unknown): boolean =>
  typeof target === "object" && target !== null && "tagName" in target && ["TEXTAREA", "INPUT"].includes(String(target.tagName));

/** A radio button or a slider is an INPUT too, but `\` means nothing to it. */
const isTextInput = (target: unknown): boolean =>
  isTyping(target) && !["radio", "range"].includes(String((target as { readonly type?: unknown }).type));

const canCancel = ({ job }: UiState): boolean => job.kind === "sending" || job.kind === "running";

/** What a key means now: Ctrl/Cmd+Enter applies, Escape cancels a run, `\` switches before and after. `undefined`: nothing. */
export function shortcutEvent(press: KeyPress, state: UiState, go: () => Go): UiEvent | undefined {
  if (press.isComposing) return undefined;
  if (press.key === "Enter" && (press.ctrlKey || press.metaKey)) return applyEvent(state, go);
  if (press.key === "Escape" && canCancel(state)) return { type: "job.cancel" };
  // By its place: with a Chinese keyboard the same key types 、
  const compares = press.code === "Backslash" && !isTextInput(press.target) && state.job.kind === "placed";
  return compares && state.job.kind === "placed" ? { type: "job.compared", shown: !state.job.shown } : undefined;
}

function applyEvent(state: UiState, go: () => Go): UiEvent | undefined {
  const free = state.job.kind === "idle" || state.job.kind === "failed";
  return free && state.work.kind === "ready" && state.connection.kind === "connected" ? { type: "job.apply", ...go() } : undefined;
}
