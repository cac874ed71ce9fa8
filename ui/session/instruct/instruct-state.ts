import type { Digest } from "../../../protocol/edit.ts";
import type { Point, Quad, Rect } from "../../../protocol/geometry.ts";
import type { Operation, Plan } from "../../../protocol/plan.ts";

/** What the companion makes of the instruction being typed. */
export type Understanding =
  | { readonly kind: "none" }
  | { readonly kind: "asking"; readonly instruction: string }
  | { readonly kind: "known"; readonly instruction: string; readonly plan: Plan };

/** Something that must stay as it is, image pixels. */
export interface ProtectedArea {
  readonly name: string;
  readonly quad: Quad<"image">;
}

/** What an area drawn or picked is for. */
export const AREA_USES = ["region", "protect"] as const;
export type AreaUse = (typeof AREA_USES)[number];

/** What was kept of earlier rounds: the next one speaks of it and starts from the same untouched source. */
export interface Rounds {
  readonly source: Digest;
  readonly operations: readonly Operation[];
  /** The layer that shows them, which the next round takes the place of. */
  readonly nodeId: string | undefined;
  readonly words: string;
}

/** A template being filled in: `[fields]` in its order. */
export interface Filling {
  readonly template: string;
  readonly values: readonly string[];
}

export interface InstructState {
  readonly instruction: string;
  readonly understanding: Understanding;
  /** A chip was taken out: the operations shown are sent, not the sentence. */
  readonly trimmed: boolean;
  /** The one of several texts alike that the person pointed at. */
  readonly at: Point<"image"> | undefined;
  readonly filling: Filling | undefined;
  readonly region: Rect<"image"> | undefined;
  readonly protect: readonly ProtectedArea[];
  /** A drag on the preview makes an area. */
  readonly drawing: AreaUse | undefined;
  /** The person is selecting layers on the canvas that say an area. */
  readonly picking: AreaUse | undefined;
  readonly rounds: Rounds | undefined;
}

export const INITIAL_INSTRUCT: InstructState = {
  instruction: "",
  understanding: { kind: "none" },
  trimmed: false,
  at: undefined,
  filling: undefined,
  region: undefined,
  protect: [],
  drawing: undefined,
  picking: undefined,
  rounds: undefined,
};
