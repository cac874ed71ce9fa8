import type { LayerSummary } from "../../../protocol/bridge.ts";
import { exhaustive } from "../../../protocol/errors.ts";
import { type Effect, type Step, step } from "../effect.ts";
import { openFix } from "../history/fix.ts";
import type { Placed } from "../job/job-state.ts";
import type { UiState } from "../ui-state.ts";
import type { LayerEvent } from "./layer-event.ts";
import type { LayerRef, Work } from "./layer-state.ts";

const refOf = ({ id, name }: LayerSummary): LayerRef => ({ id, name });

/** The layer the panel should be working on, if any: a chosen one, or the only selected one that can be edited. */
export function wantedLayer({ pinned, selection }: UiState): LayerRef | undefined {
  if (pinned) return pinned;
  const [only, ...others] = selection;
  const editable = only && others.length === 0 && only.blocked === "none" && only.provenance === undefined;
  return editable ? refOf(only) : undefined;
}

/** The layer a work is about. */
export function layerOf(work: Work): LayerRef | undefined {
  if (work.kind === "none") return undefined;
  return work.kind === "ready" ? work.source.layer : work.layer;
}

/** One job at a time: while one is under way the layer stays. */
const isFree = ({ job }: UiState): boolean => job.kind === "idle" || job.kind === "failed";

/** Loads the wanted layer unless it is at hand, and lets go of what is no longer wanted. Waits for a connection and for a running job. */
export function loadWanted(state: UiState): Step {
  if (!isFree(state)) return step(state);
  const wanted = wantedLayer(state);
  if (wanted?.id === layerOf(state.work)?.id && state.work.kind !== "failed") return step(state);
  if (!wanted) return step({ ...state, work: { kind: "none" }, job: { kind: "idle" } }, { type: "layer.unload" });
  return state.connection.kind === "connected" ? load(state, wanted) : step({ ...state, work: { kind: "none" } });
}

function load(state: UiState, layer: LayerRef): Step {
  const loadId = state.lastLoadId + 1;
  const work: Work = { kind: "loading", loadId, layer, step: "exporting", picture: undefined };
  return step({ ...state, lastLoadId: loadId, work, job: { kind: "idle" } }, { type: "layer.load", loadId, layer });
}

/** Our own insertion may move the selection to the result; that is no wish to leave it. */
function staysWith(placed: Placed, layers: readonly LayerSummary[]): boolean {
  return layers.every((l) => l.id === placed.node?.id || l.id === placed.run.source.layer.id);
}

function selected(state: UiState, layers: readonly LayerSummary[]): Step {
  const same = layers.length === state.selection.length && layers.every((l, i) => l.id === state.selection[i]?.id);
  const next = { ...state, selection: layers };
  const { job } = state;
  if (job.kind === "placed") return staysWith(job, layers) ? step(next) : leavePlaced(next, job);
  // Other layers are being selected to say an area of this one.
  if (!isFree(state) || state.instruct.picking) return step(next);
  // An emptied selection does not take away a layer that was chosen in the panel (or whose result was just removed).
  if (layers.length === 0 && state.pinned) return step(next);
  if (same) return loadWanted(next);
  return loadWanted({ ...next, pinned: undefined });
}

/** Selecting something else while looking at a result keeps the result. */
function leavePlaced(state: UiState, { node, shown }: Placed): Step {
  const left = loadWanted({ ...state, pinned: undefined, job: { kind: "idle" } });
  const show: Effect[] = node && !shown ? [{ type: "job.visible", nodeId: node.id, visible: true }] : [];
  return { state: left.state, effects: [...show, ...left.effects] };
}

function loadingWith(state: UiState, loadId: number): Extract<Work, { kind: "loading" }> | undefined {
  return state.work.kind === "loading" && state.work.loadId === loadId ? state.work : undefined;
}

function stale(event: LayerEvent): Step["effects"] {
  if (event.type === "layer.ready") return [{ type: "pictures.release", pictures: [event.source.picture] }];
  const orphan = event.type === "layer.step" && event.picture !== undefined;
  return orphan ? [{ type: "pictures.release", pictures: [event.picture!] }] : [];
}

/** The selection, and getting the selected layer to the companion. */
export function reduceLayer(state: UiState, event: LayerEvent): Step {
  switch (event.type) {
    case "layer.selection":
      return selected(state, event.layers);
    case "layer.chosen":
      return loadWanted({ ...state, pinned: event.layer, work: { kind: "none" } });
    case "layer.reload":
      return loadWanted({ ...state, work: { kind: "none" } });
    case "layer.step": {
      const work = loadingWith(state, event.loadId);
      if (!work) return step(state, ...stale(event));
      return step({ ...state, work: { ...work, step: event.step, picture: event.picture ?? work.picture } });
    }
    case "layer.ready":
      if (!loadingWith(state, event.loadId)) return step(state, ...stale(event));
      return openFix({ ...state, work: { kind: "ready", source: event.source } });
    case "layer.failed": {
      const work = loadingWith(state, event.loadId);
      return work ? step({ ...state, work: { kind: "failed", layer: work.layer, error: event.error } }) : step(state);
    }
    default:
      return exhaustive(event);
  }
}
