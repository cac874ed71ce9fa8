import type { Effect } from "./effect.ts";
import { reduce } from "./reduce.ts";
import type { UiEvent } from "./ui-event.ts";
import type { UiState } from "./ui-state.ts";

export interface Store {
  state(): UiState;
  dispatch(event: UiEvent): void;
  /** Returns the disposer. */
  subscribe(listener: () => void): () => void;
}

/** Holds the state and hands effects to `run`, after the state they belong to is in place. */
export function createStore(initial: UiState, run: (effect: Effect) => void): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      state = next.state;
      for (const listener of [...listeners]) listener();
      for (const effect of next.effects) run(effect);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
