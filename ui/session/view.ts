import * as v from "valibot";
import { type LayerSummary, type Provenance, ProvenanceSchema } from "../../protocol/bridge.ts";
import type { EmendError } from "../../protocol/errors.ts";
import type { LayerRef, Placed, Source, UiState, Work } from "./ui-state.ts";

/** Which screen is up, with what it needs. */
export type View =
  | { readonly kind: "starting" }
  | { readonly kind: "connect" }
  | { readonly kind: "empty" }
  | { readonly kind: "several"; readonly layers: readonly LayerSummary[] }
  | { readonly kind: "blocked"; readonly layer: LayerSummary }
  | { readonly kind: "ours"; readonly layer: LayerSummary; readonly provenance: Provenance | undefined }
  | { readonly kind: "loading"; readonly work: Extract<Work, { kind: "loading" }> }
  | { readonly kind: "failed"; readonly layer: LayerRef; readonly error: EmendError }
  | { readonly kind: "edit"; readonly source: Source }
  | { readonly kind: "result"; readonly placed: Placed };

/** The provenance a layer carries, or `undefined` where it cannot be read (a later version wrote it). */
export function readProvenance(text: string | undefined): Provenance | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed = v.safeParse(ProvenanceSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

function selectionView(selection: readonly LayerSummary[]): View {
  const [only, ...others] = selection;
  if (!only) return { kind: "empty" };
  if (others.length > 0) return { kind: "several", layers: selection };
  if (only.provenance !== undefined) return { kind: "ours", layer: only, provenance: readProvenance(only.provenance) };
  return only.blocked === "none" ? { kind: "starting" } : { kind: "blocked", layer: only };
}

/** Only a person can help here, so the screen asks, unless work is on the table that a short absence should not hide. */
function needsPerson({ connection, work }: UiState): boolean {
  if (connection.kind === "connected" || connection.kind === "searching") return false;
  return connection.kind === "unpaired" || connection.kind === "refused" || work.kind !== "ready";
}

/** Chooses the screen from the state alone. */
export function viewOf(state: UiState): View {
  const { started, connection, work, job } = state;
  if (!started) return { kind: "starting" };
  if (job.kind === "placed") return { kind: "result", placed: job };
  if (needsPerson(state)) return { kind: "connect" };
  if (work.kind === "ready") return { kind: "edit", source: work.source };
  if (connection.kind === "searching" && work.kind === "none") return { kind: "starting" };
  if (work.kind === "loading") return { kind: "loading", work };
  if (work.kind === "failed") return { kind: "failed", layer: work.layer, error: work.error };
  return selectionView(state.selection);
}
