import type { BatchEffect } from "./batch/batch-effect.ts";
import type { HistoryEffect } from "./history/history-effect.ts";
import type { InstructEffect } from "./instruct/instruct-effect.ts";
import type { JobEffect } from "./job/job-effect.ts";
import type { LayerEffect } from "./layer/layer-effect.ts";
import type { PictureId } from "./layer/layer-state.ts";
import type { LocaliseEffect } from "./localise/localise-effect.ts";
import type { ProofEffect } from "./proof/proof-effect.ts";
import type { RunsEffect } from "./runs/runs-effect.ts";
import type { ShellEffect } from "./shell/shell-effect.ts";
import type { TextEffect } from "./text/text-effect.ts";
import type { UiState } from "./ui-state.ts";
import type { VariantsEffect } from "./variants/variants-effect.ts";

export interface PicturesEffect {
  readonly type: "pictures.release";
  readonly pictures: readonly PictureId[];
}

/** What the session wants done in the world; the word before the first dot names the runner. Outcomes come back as events. */
export type Effect =
  | ShellEffect
  | LayerEffect
  | JobEffect
  | RunsEffect
  | TextEffect
  | InstructEffect
  | VariantsEffect
  | HistoryEffect
  | BatchEffect
  | LocaliseEffect
  | ProofEffect
  | PicturesEffect;

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
