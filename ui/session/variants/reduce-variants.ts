import { exhaustive } from "../../../protocol/errors.ts";
import { LIMITS } from "../../../protocol/limits.ts";
import { andThen, type Effect, type Step, step } from "../effect.ts";
import type { Go } from "../job/job-event.ts";
import { readySource } from "../layer/layer-state.ts";
import { dropRuns, startRuns } from "../runs/reduce-runs.ts";
import type { ManyRun } from "../runs/runs-state.ts";
import type { UiState } from "../ui-state.ts";
import { variantWishes } from "./variant-requests.ts";
import type { VariantsEvent } from "./variants-event.ts";
import { letterOf, type VariantSet } from "./variants-state.ts";

const withSet = (state: UiState, change: Partial<VariantSet>): UiState =>
  state.variants.set ? { ...state, variants: { ...state.variants, set: { ...state.variants.set, ...change } } } : state;

/** The runs of a set, in the order of their letters. */
export const runsOfSet = (state: UiState, { keys }: VariantSet): readonly ManyRun[] =>
  keys.flatMap((key) => state.runs.find((run) => run.key === key) ?? []);

function made(state: UiState, { key, at }: Go): Step {
  const source = readySource(state.work);
  if (!source || state.variants.set) return step(state);
  const wishes = variantWishes(source, state.variants.form).slice(0, LIMITS.variants);
  const keys = wishes.map((_, i) => `${key}-${i}`);
  if (keys.length === 0) return step(state);
  const set: VariantSet = {
    source,
    form: state.variants.form,
    keys,
    letters: Object.fromEntries(keys.map((k, i) => [k, letterOf(i)])),
    picked: keys[0],
    kept: [],
    shown: true,
    layout: "set",
    placement: { kind: "none" },
  };
  const runs = wishes.map((wish, i) => ({ key: keys[i]!, owner: "variants" as const, startedAt: at, source, ...wish }));
  return startRuns({ ...state, variants: { ...state.variants, set } }, runs);
}

function moved(state: UiState, set: VariantSet, by: number): Step {
  const at = set.picked === undefined ? -1 : set.keys.indexOf(set.picked);
  const next = set.keys[Math.min(set.keys.length - 1, Math.max(0, at + by))];
  return step(withSet(state, { picked: next, shown: true }));
}

function kept(state: UiState, set: VariantSet, key: string): Step {
  const there = set.kept.includes(key);
  return step(withSet(state, { kept: there ? set.kept.filter((k) => k !== key) : [...set.kept, key] }));
}

/** Out of the set and, where it lies there, off the canvas. The last one takes the set with it. */
function retired(state: UiState, set: VariantSet, key: string): Step {
  const nodeId = set.placement.kind === "placed" ? set.placement.nodes[key] : undefined;
  const removal: Effect[] = nodeId ? [{ type: "job.discard", nodeId }] : [];
  const keys = set.keys.filter((k) => k !== key);
  if (keys.length === 0) return andThen(step(state, ...removal), closed);
  const neighbour = keys[Math.min(keys.length - 1, Math.max(0, set.keys.indexOf(key)))];
  const picked = set.picked === key ? neighbour : set.picked;
  const without = withSet(state, { keys, picked, kept: set.kept.filter((k) => k !== key) });
  return andThen(step(without, ...removal), (s) => dropRuns(s, [key]));
}

/** Those kept, or all where none is marked; only finished ones can be placed. */
export function placeable(state: UiState, set: VariantSet): readonly ManyRun[] {
  const done = runsOfSet(state, set).filter((run) => run.phase.kind === "done");
  const chosen = done.filter((run) => set.kept.includes(run.key));
  return chosen.length > 0 ? chosen : done;
}

function place(state: UiState, set: VariantSet): Step {
  const variants = placeable(state, set).map((run) => ({ run, letter: set.letters[run.key] ?? "" }));
  if (variants.length === 0 || set.placement.kind === "placing") return step(state);
  const placing = withSet(state, { placement: { kind: "placing" } });
  return step(placing, { type: "variants.place", variants, form: set.form, layout: set.layout });
}

function placed(state: UiState, { nodeIds, keys, note }: Extract<VariantsEvent, { type: "variants.placed" }>): Step {
  const nodes = Object.fromEntries(keys.flatMap((key, i) => (nodeIds[i] ? [[key, nodeIds[i]]] : [])));
  return step(withSet(state, { placement: { kind: "placed", nodes, note } }));
}

function promote(state: UiState, key: string): Step {
  const run = state.runs.find((r) => r.key === key);
  return run?.phase.kind === "done" ? step(state, { type: "variants.promote", run }) : step(state);
}

function closed(state: UiState): Step {
  const keys = state.variants.set?.keys ?? [];
  return dropRuns({ ...state, variants: { ...state.variants, set: undefined } }, keys);
}

function reduceSet(state: UiState, set: VariantSet, event: VariantsEvent): Step {
  switch (event.type) {
    case "variants.picked":
      return step(withSet(state, { picked: event.key, shown: true }));
    case "variants.moved":
      return moved(state, set, event.by);
    case "variants.kept":
      return kept(state, set, event.key);
    case "variants.retired":
      return retired(state, set, event.key);
    case "variants.compared":
      return step(withSet(state, { shown: event.shown }));
    case "variants.layout":
      return step(withSet(state, { layout: event.layout }));
    case "variants.place":
      return place(state, set);
    case "variants.placed":
      return placed(state, event);
    case "variants.place.failed":
      return step(withSet(state, { placement: { kind: "failed", error: event.error } }));
    case "variants.promote":
      return promote(state, event.key);
    case "variants.closed":
      return closed(state);
    case "variants.form":
    case "variants.made":
      return step(state);
    default:
      return exhaustive(event);
  }
}

/** Variants of one source, from the form to the canvas. */
export function reduceVariants(state: UiState, event: VariantsEvent): Step {
  if (event.type === "variants.form")
    return step({ ...state, variants: { ...state.variants, form: { ...state.variants.form, ...event.change } } });
  if (event.type === "variants.made") return made(state, event);
  return state.variants.set ? reduceSet(state, state.variants.set, event) : step(state);
}
