import * as v from "valibot";
import { ColourSchema } from "./plan.ts";

/** A point on the wire; which space is said by the field that holds it. */
export const PointSchema = v.object({ x: v.number(), y: v.number() });
export const RectSchema = v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() });
/** Corners clockwise from the text's own top-left, image pixels. */
export const QuadSchema = v.tuple([PointSchema, PointSchema, PointSchema, PointSchema]);

export const FillSchema = v.variant("kind", [
  v.object({ kind: v.literal("solid"), colour: ColourSchema }),
  /** `angle` in radians in the text's own frame: 0 runs along the reading direction, π/2 top to bottom. */
  v.object({
    kind: v.literal("linear"),
    angle: v.number(),
    stops: v.array(v.object({ offset: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), colour: ColourSchema })),
    /** Where offsets 0 and 1 lie along that direction, pixels from the middle of the baseline. */
    span: v.optional(v.tuple([v.number(), v.number()])),
  }),
  /** One colour per character of the string without its spaces, in order. */
  v.object({ kind: v.literal("perCharacter"), colours: v.array(ColourSchema) }),
]);
export type Fill = v.InferOutput<typeof FillSchema>;

/**
 * How a string is set, enough to set another string alike. Lengths in image pixels, angles in radians clockwise.
 * `sizePx` is the font size (em); `condense` the horizontal scale beside it (1 = none).
 */
export const TextStyleSchema = v.object({
  family: v.string(),
  weight: v.number(),
  italic: v.boolean(),
  sizePx: v.number(),
  trackingPx: v.number(),
  condense: v.number(),
  slant: v.number(),
  angle: v.number(),
  align: v.picklist(["left", "center", "right"]),
  /** Added at every space. */
  wordGapPx: v.optional(v.number()),
  /** From baseline to baseline; set where the string stands in several lines. */
  lineHeightPx: v.optional(v.number()),
  /** Where the pen starts: on the baseline before the first character; in a column, the middle of its top. */
  origin: v.optional(PointSchema),
  /** Characters stand upright below each other; `angle` then is the column's direction. */
  vertical: v.optional(v.boolean()),
  /** The line bends (perspective, an arc) in a way this description leaves out; set straight it will lie a little off. */
  bent: v.optional(v.boolean()),
  fill: FillSchema,
  opacity: v.number(),
  /** Outline outside the fill's edge: the visible band is `widthPx` wide. */
  outline: v.optional(v.object({ colour: ColourSchema, widthPx: v.number() })),
  /** `blurPx` is the blur's σ; `times` copies lie over each other (1 unless said), as glows do. */
  shadow: v.optional(
    v.object({
      colour: ColourSchema,
      opacity: v.number(),
      dx: v.number(),
      dy: v.number(),
      blurPx: v.number(),
      times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8))),
    }),
  ),
  /** Nearest faces, best first, `similarity` 0–1 as in `reconstruction`. */
  candidates: v.array(v.object({ family: v.string(), weight: v.number(), similarity: v.number() })),
});
export type TextStyle = v.InferOutput<typeof TextStyleSchema>;

/** One string found in a picture. `style` is present where it was fitted (find alone gives the cheap part or nothing). */
export const FoundTextSchema = v.object({
  string: v.string(),
  quad: QuadSchema,
  confidence: v.number(),
  /** Lines of one paragraph share a number; numbers count up in reading order from 0. */
  paragraph: v.optional(v.number()),
  style: v.optional(v.partial(TextStyleSchema)),
  /** The part of the string, from and to (exclusive), that a stroke runs through. */
  struck: v.optional(v.tuple([v.number(), v.number()])),
});
export type FoundText = v.InferOutput<typeof FoundTextSchema>;
