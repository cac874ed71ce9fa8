import type { EmendError } from "../../../protocol/errors.ts";
import type { Point, Rect } from "../../../protocol/geometry.ts";
import type { Plan } from "../../../protocol/plan.ts";
import type { AreaUse, ProtectedArea } from "./instruct-state.ts";

export type InstructEvent =
  | { readonly type: "instruct.edited"; readonly text: string }
  | { readonly type: "instruct.understood"; readonly instruction: string; readonly plan: Plan }
  | { readonly type: "instruct.not.understood"; readonly instruction: string; readonly error: EmendError }
  /** The person picked the text that is there instead of the one that is not. */
  | { readonly type: "instruct.text.chosen"; readonly text: string }
  /** The person pointed at one of several texts alike. */
  | { readonly type: "instruct.place.chosen"; readonly at: Point<"image"> }
  | { readonly type: "instruct.chip.dropped"; readonly index: number }
  | { readonly type: "instruct.template.chosen"; readonly template: string }
  | { readonly type: "instruct.field.filled"; readonly index: number; readonly value: string }
  /** Adds the template or the instruction to the favourites, or takes it out. */
  | { readonly type: "instruct.favourite"; readonly template: string }
  | { readonly type: "instruct.drawing"; readonly use: AreaUse | undefined }
  | { readonly type: "instruct.picking"; readonly use: AreaUse | undefined }
  /** Reads the layers selected on the canvas as areas. */
  | { readonly type: "instruct.picked" }
  | { readonly type: "instruct.areas"; readonly use: AreaUse; readonly areas: readonly ProtectedArea[] }
  | { readonly type: "instruct.region"; readonly rect: Rect<"image"> | undefined }
  /** A protected area lies in this rectangle now. */
  | { readonly type: "instruct.reshaped"; readonly index: number; readonly rect: Rect<"image"> }
  | { readonly type: "instruct.unprotected"; readonly index: number }
  | { readonly type: "instruct.rounds.ended" };
