import type { ToMain, ToPanel } from "../../protocol/bridge.ts";
import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import { findLayer } from "../selection/find-layer.ts";
import { type Anchor, anchorNote, seeThroughNote } from "./anchor.ts";
import { layerGone, refused } from "./failure.ts";
import { markLayer, provenanceText } from "./layer-marks.ts";
import { coveredBy, createPatchLayer, type Piece } from "./patch-layer.ts";
import { findSpot, type Placing, type Spot, settleAt, spotFurtherOut } from "./spot.ts";
import { asUndoStep } from "./undo-step.ts";

export type InsertRequest = Omit<Extract<ToMain, { type: "insert" }>, "type" | "requestId">;
export type Inserted = Omit<Extract<ToPanel, { type: "inserted" }>, "type" | "requestId">;

/** Everything decided before the document is touched. */
interface InsertionPlan {
  readonly placing: Placing;
  readonly spot: Spot;
  readonly pieces: readonly Piece[];
  readonly provenance: string;
}

/** Images are stored beside the document, so this writes nothing a person sees; Figma throws for bytes it cannot read. */
function storePieces(request: InsertRequest): readonly Piece[] {
  const parts = [{ rect: request.rect, bytes: request.bytes }, ...(request.tiles ?? [])];
  return parts.map(({ rect, bytes }) => ({ rect, image: figma.createImage(bytes) }));
}

function planInsertion(source: SceneNode, request: InsertRequest): Result<InsertionPlan, EmendError> {
  const provenance = provenanceText(request.provenance);
  if (!provenance.ok) return provenance;
  const pieces = storePieces(request);
  const placing = { source, placement: request.placement, rect: coveredBy(pieces) };
  const spot = findSpot(placing);
  return spot.ok ? ok({ placing, spot: spot.value, pieces, provenance: provenance.value }) : spot;
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
function writeLayer(plan: InsertionPlan, request: InsertRequest): Result<Inserted, EmendError> {
  const layer = createPatchLayer(plan.pieces, request.placement);
  try {
    layer.name = request.name;
    const spot = moveIn(layer, plan);
    if (spot.ok) markLayer(layer, plan.provenance, request.provenance.instruction);
    else layer.remove();
    return spot.ok ? ok(report(layer, spot.value.anchor, plan.placing.source)) : spot;
  } catch (cause) {
    layer.remove();
    throw cause;
  }
}

function report(layer: SceneNode, anchor: Anchor, source: SceneNode): Inserted {
  const sentences = [anchorNote(anchor), seeThroughNote(source)].filter((sentence) => sentence !== undefined);
  const inserted = { nodeId: layer.id, anchoredTo: anchor.node.id };
  return sentences.length === 0 ? inserted : { ...inserted, note: sentences.join(" ") };
}

/**
 * Inserts a patch as a new layer above its source, in one undo step. The source, its siblings and the person's selection stay as they are:
 * with the source still selected the next edit starts from the same pristine pixels.
 * Error: `insertion_failed`; then nothing was added.
 */
export async function insertPatch(request: InsertRequest): Promise<Result<Inserted, EmendError>> {
  const source = await findLayer(request.layerId);
  if (source === undefined) return err(layerGone());
  try {
    const plan = planInsertion(source, request);
    return plan.ok ? asUndoStep(() => writeLayer(plan.value, request)) : plan;
  } catch (cause) {
    return err(refused(cause));
  }
}
