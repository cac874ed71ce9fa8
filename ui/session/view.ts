import * as v from "valibot";
import { type LayerSummary, type Provenance, ProvenanceSchema } from "../../protocol/bridge.ts";
import { type EmendError, exhaustive } from "../../protocol/errors.ts";
import type { Placed } from "./job/job-state.ts";
import type { LayerRef, Source, Work } from "./layer/layer-state.ts";
import type { UiState } from "./ui-state.ts";

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
  | { readonly kind: "text"; readonly source: Source }
  | { readonly kind: "instruct"; readonly source: Source }
  | { readonly kind: "variants"; readonly source: Source }
  | { readonly kind: "localise"; readonly source: Source }
  | { readonly kind: "batch" }
  | { readonly kind: "history" }
  | { readonly kind: "settings" }
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

/** What stands in the way of work on a layer, or the layer's source. */
function layerView({ connection, work, selection }: UiState): View | Source {
  if (work.kind === "ready") return work.source;
  if (connection.kind === "searching" && work.kind === "none") return { kind: "starting" };
  if (work.kind === "loading") return { kind: "loading", work };
  if (work.kind === "failed") return { kind: "failed", layer: work.layer, error: work.error };
  return selectionView(selection);
}

/** The screens that work on one layer. */
function onLayer(state: UiState, kind: "text" | "instruct" | "variants" | "localise"): View {
  const { job } = state;
  if (job.kind === "placed" && (kind === "text" || kind === "instruct")) return { kind: "result", placed: job };
  const gate = needsPerson(state) ? { kind: "connect" as const } : layerView(state);
  return "kind" in gate ? gate : { kind, source: gate };
}

/** Chooses what is shown from the state alone. */
export function viewOf(state: UiState): View {
  if (!state.started) return { kind: "starting" };
  switch (state.screen) {
    case "text":
    case "instruct":
      return onLayer(state, state.screen);
    case "variants": {
      // A set that is being made or compared stays in view whatever is selected.
      const { set } = state.variants;
      return set ? { kind: "variants", source: set.source } : onLayer(state, "variants");
    }
    case "localise": {
      const { source } = state.localise;
      return source ? { kind: "localise", source } : onLayer(state, "localise");
    }
    case "batch":
    case "history":
    case "settings":
      return { kind: state.screen };
    default:
      return exhaustive(state.screen);
  }
}
