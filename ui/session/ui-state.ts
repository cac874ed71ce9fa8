import type { LayerSummary, Placement, Settings } from "../../protocol/bridge.ts";
import type { Digest, EditRequest, EditResult, Progress } from "../../protocol/edit.ts";
import type { EmendError } from "../../protocol/errors.ts";
import type { Plan } from "../../protocol/plan.ts";
import type { FoundText } from "../../protocol/text-style.ts";
import type { Connection } from "../connection/connection-state.ts";
import type { Language } from "../i18n/language.ts";

/** Names a decoded picture on the shelf; the state never holds pixels. */
export type PictureId = number;

export interface LayerRef {
  readonly id: string;
  readonly name: string;
}

/** A layer the companion has and has read. */
export interface Source {
  readonly layer: LayerRef;
  readonly placement: Placement;
  readonly sha256: Digest;
  readonly texts: readonly FoundText[];
  readonly picture: PictureId;
}

export const LOAD_STEPS = ["exporting", "sending", "finding"] as const;
export type LoadStep = (typeof LOAD_STEPS)[number];

export type Work =
  | { readonly kind: "none" }
  | {
      readonly kind: "loading";
      readonly loadId: number;
      readonly layer: LayerRef;
      readonly step: LoadStep;
      readonly picture: PictureId | undefined;
    }
  | { readonly kind: "ready"; readonly source: Source }
  | { readonly kind: "failed"; readonly layer: LayerRef; readonly error: EmendError };

/** New wordings by row of the text list; only rows that differ from what was found. */
export type Drafts = Readonly<Record<number, string>>;

/** What the companion makes of the instruction being typed. */
export type Understanding =
  | { readonly kind: "none" }
  | { readonly kind: "asking"; readonly instruction: string }
  | { readonly kind: "known"; readonly instruction: string; readonly plan: Plan };

/** One press of Apply. `startedAt` in milliseconds since the epoch. */
export interface Run {
  readonly key: string;
  readonly startedAt: number;
  readonly source: Source;
  readonly request: EditRequest;
  /** What was asked, in a few words: the layer's name carries it. */
  readonly label: string;
}

export type Job =
  | { readonly kind: "idle" }
  /** Rows and an instruction go together, so the instruction must be understood first. */
  | { readonly kind: "planning"; readonly key: string; readonly startedAt: number; readonly instruction: string }
  | { readonly kind: "sending"; readonly run: Run }
  | { readonly kind: "running"; readonly run: Run; readonly jobId: string; readonly progress: Progress | undefined }
  | { readonly kind: "placing"; readonly run: Run; readonly jobId: string; readonly result: EditResult }
  | Placed
  /** `placing` where the result exists and only its insertion failed. */
  | { readonly kind: "failed"; readonly error: EmendError; readonly placing?: Extract<Job, { kind: "placing" }> };

export interface Placed {
  readonly kind: "placed";
  readonly run: Run;
  readonly result: EditResult;
  /** `undefined` where nothing had to be placed: the result equals the source. */
  readonly node: { readonly id: string; readonly note: string | undefined } | undefined;
  /** The whole picture after the edit. */
  readonly after: PictureId | undefined;
  /** Whether the canvas shows the result (after) or hides it (before). */
  readonly shown: boolean;
}

export interface UiState {
  readonly started: boolean;
  readonly settings: Settings;
  readonly language: Language;
  readonly connection: Connection;
  readonly selection: readonly LayerSummary[];
  /** A layer chosen in the panel; holds against an empty or several-layer selection until another selection is made. */
  readonly pinned: LayerRef | undefined;
  readonly work: Work;
  readonly lastLoadId: number;
  readonly drafts: Readonly<Record<Digest, Drafts>>;
  readonly instruction: string;
  readonly understanding: Understanding;
  readonly job: Job;
}

export const initialState = (language: Language): UiState => ({
  started: false,
  settings: {},
  language,
  connection: { kind: "searching" },
  selection: [],
  pinned: undefined,
  work: { kind: "none" },
  lastLoadId: 0,
  drafts: {},
  instruction: "",
  understanding: { kind: "none" },
  job: { kind: "idle" },
});
