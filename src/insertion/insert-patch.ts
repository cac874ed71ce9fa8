import type { ToMain, ToPanel } from "../../protocol/bridge.ts";
import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import { findLayer } from "../selection/find-layer.ts";
import { type Anchor, anchorNote, findAnchor, seeThroughNote } from "./anchor.ts";
import { flattened, layerGone, refused } from "./failure.ts";
import { markLayer, provenanceText } from "./layer-marks.ts";
import { containerTransform, type LayerGeometry, patchGeometry } from "./patch-geometry.ts";
import { coveredBy, createPatchLayer, type Piece, place } from "./patch-layer.ts";
import { childIndexAbove } from "./stacking.ts";
import { asUndoStep } from "./undo-step.ts";

export type InsertRequest = Omit<Extract<ToMain, { type: "insert" }>, "type" | "requestId">;
export type Inserted = Omit<Extract<ToPanel, { type: "inserted" }>, "type" | "requestId">;

/** Everything decided before the document is touched. */
interface InsertionPlan {
  readonly anchor: Anchor;
  readonly index: number;
  readonly geometry: LayerGeometry;
  readonly pieces: readonly Piece[];
  readonly provenance: string;
}

/** Images are stored beside the document, so this writes nothing a person sees; Figma throws for bytes it cannot read. */
function storePieces(request: InsertRequest): readonly Piece[] {
  const parts = [{ rect: request.rect, bytes: request.bytes }, ...(request.tiles ?? [])];
  return parts.map(({ rect, bytes }) => ({ rect, image: figma.createImage(bytes) }));
}

function planInsertion(source: SceneNode, request: InsertRequest): Result<InsertionPlan, EmendError> {
  const anchor = findAnchor(source);
  if (!anchor.ok) return anchor;
  const provenance = provenanceText(request.provenance);
  if (!provenance.ok) return provenance;
  const pieces = storePieces(request);
  const geometry = patchGeometry(request.placement, coveredBy(pieces), containerTransform(anchor.value.parent));
  if (geometry === undefined) return err(flattened(anchor.value.node.name));
  const index = childIndexAbove(anchor.value, source);
  return ok({ anchor: anchor.value, index, geometry, pieces, provenance: provenance.value });
}

const hasAutoLayout = (parent: Anchor["parent"]): boolean => "layoutMode" in parent && parent.layoutMode !== "NONE";

/**
 * Placed before it moves in: reparenting keeps the numbers, and a layer that arrives elsewhere would stretch a group, which in an auto layout
 * shoves the source away. Placed again after: an auto layout ignores positions until the layer is out of its flow.
 */
function settle(layer: RectangleNode | FrameNode, { anchor, index, geometry }: InsertionPlan): void {
  place(layer, geometry);
  anchor.parent.insertChild(index, layer);
  if (hasAutoLayout(anchor.parent)) layer.layoutPositioning = "ABSOLUTE";
  place(layer, geometry);
  if ("constraints" in anchor.node) layer.constraints = { ...anchor.node.constraints };
}

/** Writes the layer, or removes what there is of it before it throws on. */
function writeLayer(plan: InsertionPlan, request: InsertRequest): SceneNode {
  const layer = createPatchLayer(plan.pieces, request.placement);
  try {
    layer.name = request.name;
    settle(layer, plan);
    markLayer(layer, plan.provenance, request.provenance.instruction);
    return layer;
  } catch (cause) {
    layer.remove();
    throw cause;
  }
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
    if (!plan.ok) return plan;
    const layer = asUndoStep(() => writeLayer(plan.value, request));
    const inserted = { nodeId: layer.id, anchoredTo: plan.value.anchor.node.id };
    const note = [anchorNote(plan.value.anchor), seeThroughNote(source)].filter((sentence) => sentence !== undefined).join(" ");
    return ok(note === "" ? inserted : { ...inserted, note });
  } catch (cause) {
    return err(refused(cause));
  }
}
