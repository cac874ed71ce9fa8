import { reduceBatch } from "./batch/reduce-batch.ts";
import type { Step } from "./effect.ts";
import { reduceHistory } from "./history/reduce-history.ts";
import { reduceInstruct } from "./instruct/reduce-instruct.ts";
import { reduceJob } from "./job/reduce-job.ts";
import { reduceLayer } from "./layer/reduce-layer.ts";
import { reduceLocalise } from "./localise/reduce-localise.ts";
import { picturesHeld } from "./pictures-held.ts";
import { reduceProof } from "./proof/reduce-proof.ts";
import { reduceRuns } from "./runs/reduce-runs.ts";
import { reduceShell } from "./shell/reduce-shell.ts";
import { reduceText } from "./text/reduce-text.ts";
import type { UiEvent } from "./ui-event.ts";
import type { UiState } from "./ui-state.ts";
import { reduceVariants } from "./variants/reduce-variants.ts";

/** The word before the first dot of a message's name. */
export type Area<T extends string> = T extends `${infer A}.${string}` ? A : never;
export const areaOf = <T extends string>(type: T): Area<T> => type.slice(0, type.indexOf(".")) as Area<T>;

type Reducers = {
  readonly [A in Area<UiEvent["type"]>]: (state: UiState, event: Extract<UiEvent, { type: `${A}.${string}` }>) => Step;
};

const REDUCERS: Reducers = {
  shell: reduceShell,
  layer: reduceLayer,
  job: reduceJob,
  text: reduceText,
  runs: reduceRuns,
  instruct: reduceInstruct,
  variants: reduceVariants,
  history: reduceHistory,
  batch: reduceBatch,
  localise: reduceLocalise,
  proof: reduceProof,
};

function route(state: UiState, event: UiEvent): Step {
  const reduceArea = REDUCERS[areaOf(event.type)] as (state: UiState, event: UiEvent) => Step;
  return reduceArea(state, event);
}

/** The session: pure, everything the panel does is a walk through it. Pictures the new state no longer names are released. */
export function reduce(state: UiState, event: UiEvent): Step {
  const next = route(state, event);
  const held = new Set(picturesHeld(next.state));
  const dropped = picturesHeld(state).filter((picture) => !held.has(picture));
  return dropped.length === 0 ? next : { ...next, effects: [...next.effects, { type: "pictures.release", pictures: dropped }] };
}
