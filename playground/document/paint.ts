import * as v from "valibot";

/** Paints and effects as Figma validates them: unknown keys and missing values are refused, colours run 0–1. */
const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const RgbSchema = v.strictObject({ r: Unit, g: Unit, b: Unit });
const RgbaSchema = v.strictObject({ r: Unit, g: Unit, b: Unit, a: Unit });
const Row = v.tuple([v.number(), v.number(), v.number()]);
export const TransformSchema = v.tuple([Row, Row]);

const shared = { visible: v.optional(v.boolean()), opacity: v.optional(Unit), blendMode: v.optional(v.string()) };
const Filters = v.strictObject({
  exposure: v.optional(v.number()),
  contrast: v.optional(v.number()),
  saturation: v.optional(v.number()),
  temperature: v.optional(v.number()),
  tint: v.optional(v.number()),
  highlights: v.optional(v.number()),
  shadows: v.optional(v.number()),
});

const PaintSchema = v.variant("type", [
  v.strictObject({ type: v.literal("SOLID"), color: RgbSchema, boundVariables: v.optional(v.record(v.string(), v.unknown())), ...shared }),
  v.strictObject({
    type: v.picklist(["GRADIENT_LINEAR", "GRADIENT_RADIAL", "GRADIENT_ANGULAR", "GRADIENT_DIAMOND"]),
    gradientTransform: TransformSchema,
    gradientStops: v.array(v.strictObject({ position: Unit, color: RgbaSchema })),
    ...shared,
  }),
  v.strictObject({
    type: v.literal("IMAGE"),
    scaleMode: v.picklist(["FILL", "FIT", "CROP", "TILE"]),
    imageHash: v.nullable(v.string()),
    imageTransform: v.optional(TransformSchema),
    scalingFactor: v.optional(v.number()),
    rotation: v.optional(v.number()),
    filters: v.optional(Filters),
    ...shared,
  }),
]);
export const PaintsSchema = v.array(PaintSchema);
export type Paint = v.InferOutput<typeof PaintSchema>;
export type ImagePaint = Extract<Paint, { type: "IMAGE" }>;

const EffectSchema = v.variant("type", [
  v.strictObject({
    type: v.picklist(["DROP_SHADOW", "INNER_SHADOW"]),
    color: RgbaSchema,
    offset: v.strictObject({ x: v.number(), y: v.number() }),
    radius: v.pipe(v.number(), v.minValue(0)),
    spread: v.optional(v.number()),
    visible: v.boolean(),
    blendMode: v.string(),
    showShadowBehindNode: v.optional(v.boolean()),
  }),
  v.strictObject({ type: v.picklist(["LAYER_BLUR", "BACKGROUND_BLUR"]), radius: v.pipe(v.number(), v.minValue(0)), visible: v.boolean() }),
]);
export const EffectsSchema = v.array(EffectSchema);
export type Effect = v.InferOutput<typeof EffectSchema>;

/** What Figma hands back: the defaults it fills in, which a plugin that reads its own paint will see. */
export function normalisePaint(paint: Paint): Paint {
  const base = { visible: true, opacity: 1, blendMode: "NORMAL", ...paint };
  return base.type === "IMAGE" ? { filters: {}, rotation: 0, ...base } : base;
}
