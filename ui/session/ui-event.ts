import type { LayerSummary, Settings } from "../../protocol/bridge.ts";
import type { JobView } from "../../protocol/edit.ts";
import type { EmendError } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { Connection } from "../connection/connection-state.ts";
import type { Language } from "../i18n/language.ts";
import type { LayerRef, LoadStep, PictureId, Source } from "./ui-state.ts";

/** Chance and time enter the pure session only here: `key` is fresh and unguessable, `at` milliseconds since the epoch. */
export interface Go {
  readonly key: string;
  readonly at: number;
}

export type ShellEvent =
  | { readonly type: "init"; readonly settings: Settings }
  | { readonly type: "connection"; readonly connection: Connection }
  | { readonly type: "pair"; readonly token: string }
  | { readonly type: "reconnect" }
  | { readonly type: "language"; readonly language: Language };

export type LayerEvent =
  | { readonly type: "selection"; readonly layers: readonly LayerSummary[] }
  | { readonly type: "choose"; readonly layer: LayerRef }
  | { readonly type: "reload" }
  | { readonly type: "source.step"; readonly loadId: number; readonly step: LoadStep; readonly picture: PictureId | undefined }
  | { readonly type: "source.ready"; readonly loadId: number; readonly source: Source }
  | { readonly type: "source.failed"; readonly loadId: number; readonly error: EmendError };

export type InputEvent =
  | { readonly type: "row.edited"; readonly index: number; readonly text: string }
  | { readonly type: "rows.reverted" }
  | { readonly type: "instruction.edited"; readonly text: string }
  | { readonly type: "understood"; readonly instruction: string; readonly plan: Plan }
  | { readonly type: "not.understood"; readonly instruction: string; readonly error: EmendError }
  /** The person picked the text that is there instead of the one that is not. */
  | { readonly type: "text.chosen"; readonly text: string };

export type JobEvent =
  | ({ readonly type: "apply" } & Go)
  | ({ readonly type: "again" } & Go)
  | { readonly type: "cancel" }
  | { readonly type: "job.accepted"; readonly key: string; readonly jobId: string }
  | { readonly type: "job.refused"; readonly key: string; readonly error: EmendError }
  | { readonly type: "job.changed"; readonly job: JobView }
  | {
      readonly type: "placed";
      readonly key: string;
      readonly node: { readonly id: string; readonly note: string | undefined } | undefined;
      readonly after: PictureId | undefined;
    }
  | { readonly type: "place.failed"; readonly key: string; readonly error: EmendError }
  | { readonly type: "place.retried" }
  | { readonly type: "compared"; readonly shown: boolean }
  | { readonly type: "kept" }
  | { readonly type: "discarded" }
  /** Takes the result away and returns to the inputs that made it. */
  | { readonly type: "adjusted" }
  | { readonly type: "dismissed" };

export type UiEvent = ShellEvent | LayerEvent | InputEvent | JobEvent;
