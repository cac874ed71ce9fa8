import type { ToMain, ToPanel } from "../../protocol/bridge.ts";
import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import { loadFonts, substitutionNote } from "../fonts/load-fonts.ts";
import type { FontChoice } from "../fonts/nearest-font.ts";
import { findLayer } from "../selection/find-layer.ts";
import { type Anchor, anchorNote, seeThroughNote } from "./anchor.ts";
import { layerGone, refused } from "./failure.ts";
import { markLayer, provenanceText } from "./layer-marks.ts";
import { leftOutNote } from "./left-out-note.ts";
import type { SetText } from "./live-text-layer.ts";
import { coveredBy, createPatchLayer, type Piece } from "./patch-layer.ts";
import { placedBefore } from "./placed-before.ts";
import { findSpot, type Placing, type Spot, settleAt, spotFurtherOut } from "./spot.ts";
import { asUndoStep } from "./undo-step.ts";

export type InsertRequest = Omit<Extract<ToMain, { type: "insert" }>, "type" | "requestId">;
export type Inserted = Omit<Extract<ToPanel, { type: "inserted" }>, "type" | "requestId">;

/** Everything decided before the document is touched. */
interface InsertionPlan {
  readonly placing: Placing;
  readonly spot: Spot;
  readonly pieces: readonly Piece[];
  readonly texts: readonly SetText[];
  readonly provenance: string;
}

/** Images are stored beside the document, so this writes nothing a person sees; Figma throws for bytes it cannot read. */
function storePieces(request: InsertRequest): readonly Piece[] {
  const parts = [{ rect: request.rect, bytes: request.bytes }, ...(request.tiles ?? [])];
  return parts.map(({ rect, bytes }) => ({ rect, image: figma.createImage(bytes) }));
}

/** What is laid above a source: pictures Figma keeps already, and texts whose fonts are loaded. */
export interface Insertion extends Pick<InsertRequest, "placement" | "name" | "provenance"> {
  readonly pieces: readonly Piece[];
  readonly texts?: readonly SetText[];
}

function planInsertion(source: SceneNode, request: Insertion): Result<InsertionPlan, EmendError> {
  const provenance = provenanceText(request.provenance);
  if (!provenance.ok) return provenance;
  const { pieces, texts = [] } = request;
  const placing = { source, placement: request.placement, rect: coveredBy(pieces) };
  const spot = findSpot(placing);
  return spot.ok ? ok({ placing, spot: spot.value, pieces, texts, provenance: provenance.value }) : spot;
}

/** Half a thousandth of a unit: more than the rounding of a layout, less than anybody sees. */
const STILL = 5e-4;

const distance = (a: Transform, b: Transform): number => Math.max(Math.abs(a[0][2] - b[0][2]), Math.abs(a[1][2] - b[1][2]));

/**
 * Moves the layer in, further out as long as its arrival moves the source: where it reaches beyond a group in an auto layout, the group grows
 * and the layout follows.
 */
function moveIn(layer: RectangleNode | FrameNode, { spot, placing }: InsertionPlan): Result<Spot, EmendError> {
  const home = placing.source.absoluteTransform;
  for (let at: Result<Spot, EmendError> = ok(spot); ; at = spotFurtherOut(at.value, placing)) {
    if (!at.ok) return at;
    settleAt(at.value, layer);
    if (distance(placing.source.absoluteTransform, home) < STILL) return at;
  }
}

/** Writes the layer, or removes what there is of it before it fails. */
function writeLayer(plan: InsertionPlan, request: Insertion): Result<Inserted, EmendError> {
  const layer = createPatchLayer(plan, request.placement);
  try {
    layer.name = request.name;
    const spot = moveIn(layer, plan);
    if (spot.ok) markLayer(layer, plan.provenance, request.provenance.instruction);
    else layer.remove();
    return spot.ok ? ok(report(layer, spot.value.anchor, plan)) : spot;
  } catch (cause) {
    layer.remove();
    throw cause;
  }
}

function report(layer: SceneNode, anchor: Anchor, { placing, texts }: InsertionPlan): Inserted {
  const fonts = substitutionNote(
    texts,
    texts.map((t) => t.choice),
  );
  const sentences = [anchorNote(anchor), seeThroughNote(placing.source), fonts, leftOutNote(texts)].filter(
    (sentence) => sentence !== undefined,
  );
  const inserted = { nodeId: layer.id, anchoredTo: anchor.node.id };
  return sentences.length === 0 ? inserted : { ...inserted, note: sentences.join(" ") };
}

/** Lays a result above its source, without a wait and without an undo step of its own. Throws what Figma throws; then nothing was added. */
export function insertPieces(source: SceneNode, insertion: Insertion): Result<Inserted, EmendError> {
  const plan = planInsertion(source, insertion);
  return plan.ok ? writeLayer(plan.value, insertion) : plan;
}

/**
 * Inserts a patch as a new layer above its source, in one undo step. The source, its siblings and the person's selection stay as they are:
 * with the source still selected the next edit starts from the same pristine pixels.
 * Error: `insertion_failed`; then nothing was added.
 */
export async function insertPatch(request: InsertRequest): Promise<Result<Inserted, EmendError>> {
  const source = await findLayer(request.layerId);
  if (source === undefined) return err(layerGone());
  const there = request.once ? placedBefore(source, request.provenance) : undefined;
  if (there) return ok({ nodeId: there.id, anchoredTo: source.id });
  try {
    const texts = request.texts ?? [];
    const fonts = await loadFonts(texts);
    if (!fonts.ok) return fonts;
    // Loading fonts takes time in which the layer may have gone.
    if (source.removed) return err(layerGone());
    const set = texts.map((text, i) => ({ ...text, choice: fonts.value[i] as FontChoice }));
    const insertion = { ...request, pieces: storePieces(request), texts: set };
    return asUndoStep(() => insertPieces(source, insertion));
  } catch (cause) {
    return err(refused(cause));
  }
}
