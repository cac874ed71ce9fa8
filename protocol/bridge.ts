import * as v from "valibot";
import { EmendErrorSchema } from "./errors.ts";
import { LanguageSchema } from "./language.ts";
import { LIMITS } from "./limits.ts";
import { SENSITIVE_KINDS } from "./sensitive.ts";
import { QuadSchema, RectSchema, TextStyleSchema } from "./text-style.ts";

/** Messages between the plugin's main thread (canvas) and its panel (iframe). Bytes travel as `Uint8Array`, one layer a message. */
const Row = v.tuple([v.number(), v.number(), v.number()]);
export const AffineSchema = v.tuple([Row, Row]);
const Bytes = v.instance(Uint8Array);
const RequestId = v.number();

/** Why a layer cannot be edited, or `none` where it can. */
export const BLOCKED = ["none", "empty", "invisible", "too_large", "not_pixels", "read_only"] as const;

export const LayerSummarySchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(["image", "text", "vector", "frame", "group", "component", "instance", "other"]),
  width: v.number(),
  height: v.number(),
  blocked: v.picklist(BLOCKED),
  /** Set where this layer is a result of ours: the provenance kept in its plugin data. */
  provenance: v.optional(v.string()),
});
export type LayerSummary = v.InferOutput<typeof LayerSummarySchema>;

/**
 * Where an exported picture lies: `transform` takes picture units (0…width, 0…height in canvas length) to page space;
 * one image pixel is `width / imageWidth` canvas units wide.
 */
export const PlacementSchema = v.object({
  transform: AffineSchema,
  width: v.number(),
  height: v.number(),
  imageWidth: v.number(),
  imageHeight: v.number(),
});
export type Placement = v.InferOutput<typeof PlacementSchema>;

/** Kept in the plugin data of an inserted layer, under the key `emend`. No instruction text of other layers, no token. */
export const ProvenanceSchema = v.object({
  version: v.literal(1),
  jobId: v.string(),
  sourceNode: v.string(),
  sourceName: v.string(),
  source: v.string(),
  patch: v.string(),
  instruction: v.string(),
  engine: v.string(),
  confidence: v.number(),
  outsideChanged: v.number(),
  seed: v.number(),
  createdAt: v.string(),
});
export type Provenance = v.InferOutput<typeof ProvenanceSchema>;

/** A string the canvas sets itself over the plate: where its ink belongs (image pixels), and the type it was set in. */
export const LiveTextSchema = v.object({ characters: v.string(), ink: QuadSchema, style: TextStyleSchema });
export type LiveText = v.InferOutput<typeof LiveTextSchema>;

/** How several results of one source come to lie on the canvas. */
export const VARIANT_LAYOUTS = ["set", "frames", "stack", "sheet"] as const;
export type VariantLayout = (typeof VARIANT_LAYOUTS)[number];

/** One result among several; its pictures were stored before (`store`). */
export const VariantItemSchema = v.object({
  /** The value of the component property: `A`, `de-DE`. */
  label: v.string(),
  name: v.string(),
  pieces: v.pipe(v.array(v.object({ rect: RectSchema, imageHash: v.string() })), v.minLength(1)),
  /** Stands in for the source: the copy under it is hidden. */
  cutOut: v.optional(v.literal(true)),
  provenance: ProvenanceSchema,
});
export type VariantItem = v.InferOutput<typeof VariantItemSchema>;

/** A template a person keeps: an instruction with `[fields]` to fill in. */
const TemplateSchema = v.pipe(v.string(), v.maxLength(LIMITS.instructionChars));

/** An edit of a batch that is not on the canvas yet: enough to go on with it after the panel was closed. */
const PendingEditSchema = v.object({
  key: v.string(),
  layerId: v.string(),
  layerName: v.string(),
  instruction: TemplateSchema,
  /** Set once the companion has the picture. */
  source: v.optional(v.string()),
  placement: v.optional(PlacementSchema),
  /** The person's word for this edit, where one was given. */
  allow: v.optional(v.array(v.string())),
  confirmed: v.optional(v.array(v.picklist(SENSITIVE_KINDS))),
  /** Set once the companion took the edit on. */
  jobId: v.optional(v.string()),
});
export type PendingEdit = v.InferOutput<typeof PendingEditSchema>;

/** A table of strings by language, kept for the picture it was made for. */
const KeptTableSchema = v.object({
  source: v.string(),
  locale: v.string(),
  locales: v.array(v.string()),
  rows: v.array(v.object({ from: v.string(), cells: v.array(v.string()) })),
  glossary: v.record(v.string(), v.string()),
});
export type KeptTable = v.InferOutput<typeof KeptTableSchema>;

/** Kept in `figma.clientStorage`. */
export const SettingsSchema = v.object({
  token: v.optional(v.string()),
  /** The port the companion last answered on; tried first. */
  port: v.optional(v.number()),
  language: v.optional(LanguageSchema),
  /** The introduction was seen to its end, or left. */
  guided: v.optional(v.boolean()),
  /** Templates kept as favourites, latest first. */
  favourites: v.optional(v.pipe(v.array(TemplateSchema), v.maxLength(LIMITS.rememberedInstructions))),
  /** Instructions that ran, latest first. */
  recent: v.optional(v.pipe(v.array(TemplateSchema), v.maxLength(LIMITS.rememberedInstructions))),
  /** Edits of a batch under way, in order. */
  pending: v.optional(v.array(PendingEditSchema)),
  /** Tables of the Localise screen, latest first. */
  tables: v.optional(v.array(KeptTableSchema)),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

/** A layer of the file that is a result of ours, and the page it lies on. */
export const MadeLayerSchema = v.object({
  nodeId: v.string(),
  page: v.string(),
  jobId: v.string(),
  /** Digest of the patch: which of a job's results. */
  patch: v.string(),
  sourceNode: v.string(),
  sourceName: v.string(),
});
export type MadeLayer = v.InferOutput<typeof MadeLayerSchema>;

export const ToPanelSchema = v.variant("type", [
  v.object({ type: v.literal("init"), settings: SettingsSchema, command: v.string(), colourProfile: v.string() }),
  v.object({ type: v.literal("selection"), layers: v.array(LayerSummarySchema) }),
  /** `original`: the bytes of the layer's own image fill; otherwise an sRGB PNG as drawn. */
  v.object({
    type: v.literal("exported"),
    requestId: RequestId,
    layerId: v.string(),
    bytes: Bytes,
    original: v.boolean(),
    placement: PlacementSchema,
  }),
  v.object({ type: v.literal("inserted"), requestId: RequestId, nodeId: v.string(), anchoredTo: v.string(), note: v.optional(v.string()) }),
  /** A picture kept by Figma under its hash, not yet shown anywhere. */
  v.object({ type: v.literal("stored"), requestId: RequestId, imageHash: v.string() }),
  /** The layer of each variant, in order, and what holds them where something does. */
  v.object({
    type: v.literal("varied"),
    requestId: RequestId,
    nodeIds: v.array(v.string()),
    containerId: v.optional(v.string()),
    note: v.optional(v.string()),
  }),
  /** Where the other selected layers lie in the picture of `layerId`: quads in image pixels. */
  v.object({ type: v.literal("areas"), requestId: RequestId, areas: v.array(v.object({ name: v.string(), quad: QuadSchema })) }),
  /** What a result of ours shows on the current page; no `layer` where none is there. `plain`: its look is exactly the picture of `bytes`. */
  v.object({
    type: v.literal("own"),
    requestId: RequestId,
    layer: v.optional(v.object({ bytes: v.optional(Bytes), plain: v.boolean() })),
  }),
  v.object({ type: v.literal("made"), requestId: RequestId, layers: v.array(MadeLayerSchema) }),
  v.object({ type: v.literal("done"), requestId: RequestId }),
  v.object({ type: v.literal("failed"), requestId: RequestId, error: EmendErrorSchema }),
]);
export type ToPanel = v.InferOutput<typeof ToPanelSchema>;

export const ToMainSchema = v.variant("type", [
  v.object({ type: v.literal("ready") }),
  v.object({ type: v.literal("export"), requestId: RequestId, layerId: v.string() }),
  v.object({
    type: v.literal("insert"),
    requestId: RequestId,
    layerId: v.string(),
    placement: PlacementSchema,
    /** Where the patch lies in the exported picture, image pixels. */
    rect: RectSchema,
    /** PNG with alpha 0 wherever the source must show through. */
    bytes: Bytes,
    /** The rest of a patch with a side over `LIMITS.figmaImageSidePx`: `rect` and `bytes` are its first tile, these the others. */
    tiles: v.optional(v.array(v.object({ rect: RectSchema, bytes: Bytes }))),
    /** Strings to set as live text over the patch; both then lie in one frame. */
    texts: v.optional(v.array(LiveTextSchema)),
    name: v.string(),
    provenance: ProvenanceSchema,
    /** Where a layer of the same job and source lies there already, that one is named instead. */
    once: v.optional(v.literal(true)),
  }),
  v.object({ type: v.literal("store"), requestId: RequestId, bytes: Bytes }),
  /** Lays a picture on the canvas where the person looks and selects it: something to try Emend on. */
  v.object({ type: v.literal("sample"), requestId: RequestId, bytes: Bytes, name: v.string(), width: v.number(), height: v.number() }),
  v.object({
    type: v.literal("vary"),
    requestId: RequestId,
    layerId: v.string(),
    placement: PlacementSchema,
    layout: v.picklist(VARIANT_LAYOUTS),
    /** Name of the component property: `Variant`, `Locale`. */
    property: v.string(),
    name: v.string(),
    items: v.pipe(v.array(VariantItemSchema), v.minLength(1)),
    /** How the variants were made, JSON, kept in the plugin data of what holds them under `emend.recipe`. */
    recipe: v.pipe(v.string(), v.maxLength(LIMITS.pluginDataBytes)),
  }),
  v.object({ type: v.literal("areas"), requestId: RequestId, layerId: v.string(), placement: PlacementSchema }),
  /** Looks for the layer of a result of ours, by job and patch. */
  v.object({ type: v.literal("own"), requestId: RequestId, jobId: v.string(), patch: v.string() }),
  /** Asks for every result of ours in the file. */
  v.object({ type: v.literal("made"), requestId: RequestId }),
  /** Shows or hides a result of ours, for before/after; refuses other layers. */
  v.object({ type: v.literal("visible"), requestId: RequestId, nodeId: v.string(), visible: v.boolean() }),
  /** Shows or hides the layer that the result of ours `nodeId` stands in for; only ever because a person asked. */
  v.object({ type: v.literal("original"), requestId: RequestId, nodeId: v.string(), visible: v.boolean() }),
  /** Removes a result of ours; refuses other layers. `withOriginal`: what it stood in for shows again. */
  v.object({ type: v.literal("discard"), requestId: RequestId, nodeId: v.string(), withOriginal: v.optional(v.literal(true)) }),
  v.object({ type: v.literal("reveal"), nodeId: v.string() }),
  v.object({ type: v.literal("settings"), settings: SettingsSchema }),
  v.object({ type: v.literal("notify"), text: v.string(), error: v.boolean() }),
  v.object({ type: v.literal("resize"), width: v.number(), height: v.number() }),
  v.object({ type: v.literal("open"), url: v.string() }),
  v.object({ type: v.literal("close") }),
]);
export type ToMain = v.InferOutput<typeof ToMainSchema>;
