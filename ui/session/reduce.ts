import { exhaustive } from "../../protocol/errors.ts";
import type { Step } from "./effect.ts";
import { picturesHeld } from "./pictures-held.ts";
import { reduceInputs } from "./reduce-inputs.ts";
import { reduceJob } from "./reduce-job.ts";
import { reduceLayer } from "./reduce-layer.ts";
import { reduceShell } from "./reduce-shell.ts";
import type { UiEvent } from "./ui-event.ts";
import type { UiState } from "./ui-state.ts";

function route(state: UiState, event: UiEvent): Step {
  switch (event.type) {
    case "init":
    case "connection":
    case "pair":
    case "reconnect":
    case "language":
      return reduceShell(state, event);
    case "selection":
    case "choose":
    case "reload":
    case "source.step":
    case "source.ready":
    case "source.failed":
      return reduceLayer(state, event);
    case "row.edited":
    case "rows.reverted":
    case "instruction.edited":
    case "understood":
    case "not.understood":
    case "text.chosen":
      return reduceInputs(state, event);
    case "apply":
    case "again":
    case "cancel":
    case "job.accepted":
    case "job.refused":
    case "job.changed":
    case "placed":
    case "place.failed":
    case "place.retried":
    case "compared":
    case "kept":
    case "discarded":
    case "adjusted":
    case "dismissed":
      return reduceJob(state, event);
    default:
      return exhaustive(event);
  }
}

/** The session: pure, everything the panel does is a walk through it. Pictures the new state no longer names are released. */
export function reduce(state: UiState, event: UiEvent): Step {
  const next = route(state, event);
  const held = new Set(picturesHeld(next.state));
  const dropped = picturesHeld(state).filter((picture) => !held.has(picture));
  return dropped.length === 0 ? next : { ...next, effects: [...next.effects, { type: "release", pictures: dropped }] };
}
