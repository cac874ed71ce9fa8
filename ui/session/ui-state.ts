import type { Language } from "../../protocol/language.ts";
import { type BatchState, INITIAL_BATCH } from "./batch/batch-state.ts";
import { type HistoryState, INITIAL_HISTORY } from "./history/history-state.ts";
import { INITIAL_INSTRUCT, type InstructState } from "./instruct/instruct-state.ts";
import type { Job } from "./job/job-state.ts";
import { INITIAL_LAYER, type LayerState } from "./layer/layer-state.ts";
import { INITIAL_LOCALISE, type LocaliseState } from "./localise/localise-state.ts";
import type { ProofState } from "./proof/proof-state.ts";
import { INITIAL_RUNS, type RunsState } from "./runs/runs-state.ts";
import { initialShell, type ShellState } from "./shell/shell-state.ts";
import { INITIAL_TEXT, type TextState } from "./text/text-state.ts";
import { INITIAL_VARIANTS, type VariantsState } from "./variants/variants-state.ts";

/** What all screens share lies flat; each screen has one slice of its own, which only its own reducer writes. */
export interface UiState extends ShellState, LayerState, RunsState {
  /** The one edit that is looked at as it runs. */
  readonly job: Job;
  readonly text: TextState;
  readonly instruct: InstructState;
  readonly variants: VariantsState;
  readonly history: HistoryState;
  readonly batch: BatchState;
  readonly localise: LocaliseState;
  readonly proof: ProofState | undefined;
}

export const initialState = (language: Language): UiState => ({
  ...initialShell(language),
  ...INITIAL_LAYER,
  ...INITIAL_RUNS,
  job: { kind: "idle" },
  text: INITIAL_TEXT,
  instruct: INITIAL_INSTRUCT,
  variants: INITIAL_VARIANTS,
  history: INITIAL_HISTORY,
  batch: INITIAL_BATCH,
  localise: INITIAL_LOCALISE,
  proof: undefined,
});
