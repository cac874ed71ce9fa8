import type { BatchEvent } from "./batch/batch-event.ts";
import type { HistoryEvent } from "./history/history-event.ts";
import type { InstructEvent } from "./instruct/instruct-event.ts";
import type { JobEvent } from "./job/job-event.ts";
import type { LayerEvent } from "./layer/layer-event.ts";
import type { LocaliseEvent } from "./localise/localise-event.ts";
import type { ProofEvent } from "./proof/proof-event.ts";
import type { RunsEvent } from "./runs/runs-event.ts";
import type { ShellEvent } from "./shell/shell-event.ts";
import type { TextEvent } from "./text/text-event.ts";
import type { VariantsEvent } from "./variants/variants-event.ts";

/** The word before an event's first dot names the reducer it goes to. */
export type UiEvent =
  | ShellEvent
  | LayerEvent
  | JobEvent
  | RunsEvent
  | TextEvent
  | InstructEvent
  | VariantsEvent
  | HistoryEvent
  | BatchEvent
  | LocaliseEvent
  | ProofEvent;
