import type { LayerSummary, Placement } from "../../../protocol/bridge.ts";
import type { Digest } from "../../../protocol/edit.ts";
import type { EmendError } from "../../../protocol/errors.ts";
import type { FoundText } from "../../../protocol/text-style.ts";

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

/** The selection, and the layer at hand. */
export interface LayerState {
  readonly selection: readonly LayerSummary[];
  /** A layer chosen in the panel; holds against an empty or several-layer selection until another selection is made. */
  readonly pinned: LayerRef | undefined;
  readonly work: Work;
  readonly lastLoadId: number;
}

export const INITIAL_LAYER: LayerState = { selection: [], pinned: undefined, work: { kind: "none" }, lastLoadId: 0 };

/** The source at hand, where there is one. */
export const readySource = (work: Work): Source | undefined => (work.kind === "ready" ? work.source : undefined);
