import * as v from "valibot";

/** What an edit can do. The first group is the light engine's text work; `facts` of each kind: DESIGN, command line. */
export const OPERATION_KINDS = [
  "text.replace",
  "text.add",
  "text.remove",
  "text.restyle",
  "object.remove",
  "object.replace",
  "object.modify",
  "object.add",
  "object.recolour",
  "object.move",
  "background.replace",
  "background.remove",
  "background.recolour",
  "image.add",
  "border.add",
  "tone.adjust",
  "style.transfer",
  "crop",
  "canvas.extend",
  "query",
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

export const WHERE = ["top-left", "top", "top-right", "left", "center", "right", "bottom-left", "bottom", "bottom-right"] as const;
export type Where = (typeof WHERE)[number];

/** `#rrggbb`, lower case, sRGB. */
export const ColourSchema = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));

export const StyleWishSchema = v.object({
  colour: v.optional(ColourSchema),
  /** Stops from start to end, at least two. */
  gradient: v.optional(v.pipe(v.array(ColourSchema), v.minLength(2), v.maxLength(8))),
  /** Which way the gradient runs, degrees clockwise from left to right: 90, from top to bottom, where it is not said. */
  gradientAngle: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(360))),
  /** CSS font weight 100–900. */
  weight: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(1000))),
  /** Text size in image pixels, or relative to the present size where `sizeFactor` is given instead. */
  size: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(4096))),
  /** For `image.add` a share of the picture's width. */
  sizeFactor: v.optional(v.pipe(v.number(), v.minValue(0.005), v.maxValue(20))),
  /** Image pixels larger or smaller than at present, beside `sizeFactor` where both are said. */
  sizeBy: v.optional(v.pipe(v.number(), v.minValue(-500), v.maxValue(500))),
  italic: v.optional(v.boolean()),
  /** Space between letters: in em beside the present one, or in image pixels in its place. */
  tracking: v.optional(v.pipe(v.number(), v.minValue(-0.5), v.maxValue(2))),
  trackingPx: v.optional(v.pipe(v.number(), v.minValue(-100), v.maxValue(500))),
  align: v.optional(v.picklist(["left", "center", "right"])),
  /** Lines the text is to stand in, in place of the one it stands in. */
  lines: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6))),
  font: v.optional(v.pipe(v.string(), v.maxLength(100))),
  outline: v.optional(v.object({ colour: ColourSchema, widthPx: v.optional(v.number()) })),
  shadow: v.optional(v.boolean()),
  /** Of the shadow wished beside it; black where none is said. */
  shadowColour: v.optional(ColourSchema),
  /** `text.add` only: a plate of this colour under the letters, its corners a little round. */
  plate: v.optional(ColourSchema),
});
export type StyleWish = v.InferOutput<typeof StyleWishSchema>;

const Words = v.pipe(v.string(), v.maxLength(500));

/** `value` of an operation that means its thing or wording wherever it is found. */
export const ALL_OF_THEM = "all";

export const OperationSchema = v.object({
  kind: v.picklist(OPERATION_KINDS),
  /** The thing meant, in the person's words: "vase", "背景", "品牌Logo". */
  target: v.optional(Words),
  /** For text operations: `from` as the person wrote it, `to` exactly as it shall read. */
  text: v.optional(v.object({ from: v.optional(Words), to: v.optional(Words) })),
  where: v.optional(v.picklist(WHERE)),
  /** Several sides at once, where one place cannot say it: “10 % left and right”. */
  sides: v.optional(v.pipe(v.array(v.picklist(["left", "right", "top", "bottom"])), v.minLength(1), v.maxLength(4))),
  /** Which of several that read alike: 1 = the first in reading order, −1 = the last. */
  nth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-99), v.maxValue(99), v.notValue(0))),
  /** A point on the text meant, image pixels; decides between several that read alike where words would not. */
  at: v.optional(v.object({ x: v.number(), y: v.number() })),
  style: v.optional(StyleWishSchema),
  /** `text.replace` only: the canvas sets the new string as live text, so the picture just loses the old one. */
  live: v.optional(v.literal(true)),
  /**
   * Anything a kind needs beyond this: a percentage, a look's name, the new object's words; for `text.replace` a rule for every price
   * (`price -20%`, `price +10`); `ALL_OF_THEM`.
   */
  value: v.optional(v.union([Words, v.number(), v.boolean()])),
});
export type Operation = v.InferOutput<typeof OperationSchema>;

/** What was understood. No operations and a `clarify` sentence where the instruction cannot be understood: a question, never a guess. */
export const PlanSchema = v.object({
  instruction: v.string(),
  operations: v.array(OperationSchema),
  clarify: v.optional(v.string()),
  /** What a person should see before it is run: the table a rule for prices comes down to, with its rounding. */
  notes: v.optional(v.array(v.string())),
});
export type Plan = v.InferOutput<typeof PlanSchema>;
