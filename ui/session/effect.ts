import type { Settings } from "../../protocol/bridge.ts";
import type { EditRequest } from "../../protocol/edit.ts";
import type { Job, LayerRef, PictureId, UiState } from "./ui-state.ts";

/** What the session wants done in the world. Outcomes come back as events. */
export type Effect =
  | { readonly type: "settings"; readonly settings: Settings }
  | { readonly type: "connect"; readonly settings: Settings }
  | { readonly type: "load"; readonly loadId: number; readonly layer: LayerRef }
  /** Ends a load that is no longer wanted. */
  | { readonly type: "unload" }
  /** A newer plan replaces an older one that has not been answered. */
  | { readonly type: "plan"; readonly instruction: string; readonly delayMs: number }
  | { readonly type: "edit"; readonly key: string; readonly request: EditRequest }
  | { readonly type: "watch"; readonly jobId: string }
  | { readonly type: "cancel"; readonly jobId: string }
  | { readonly type: "place"; readonly placing: Extract<Job, { kind: "placing" }> }
  | { readonly type: "visible"; readonly nodeId: string; readonly visible: boolean }
  | { readonly type: "discard"; readonly nodeId: string }
  | { readonly type: "release"; readonly pictures: readonly PictureId[] };

export interface Step {
  readonly state: UiState;
  readonly effects: readonly Effect[];
}

export const step = (state: UiState, ...effects: readonly Effect[]): Step => ({ state, effects });

/** Runs `next` on the state of `first` and keeps the effects of both, in order. */
export function andThen(first: Step, next: (state: UiState) => Step): Step {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
}
