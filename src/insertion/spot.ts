import type { Placement } from "../../protocol/bridge.ts";
import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import type { Rect } from "../../protocol/geometry.ts";
import { type Anchor, findAnchor } from "./anchor.ts";
import { flattened } from "./failure.ts";
import { containerTransform, type LayerGeometry, patchGeometry } from "./patch-geometry.ts";
import { place } from "./patch-layer.ts";
import { childIndexAbove } from "./stacking.ts";

/** What is to be placed: a patch of the picture that was exported from `source`. */
export interface Placing {
  readonly source: SceneNode;
  readonly placement: Placement;
  readonly rect: Rect<"image">;
}

/** Where in the document it goes. */
export interface Spot {
  readonly anchor: Anchor;
  readonly index: number;
  readonly geometry: LayerGeometry;
}

function spotAbove(anchor: Anchor, { source, placement, rect }: Placing): Result<Spot, EmendError> {
  const geometry = patchGeometry(placement, rect, containerTransform(anchor.parent));
  return geometry === undefined ? err(flattened(anchor.node.name)) : ok({ anchor, index: childIndexAbove(anchor, source), geometry });
}

/** The lowest legal spot above the source. Error: `insertion_failed`. */
export function findSpot(placing: Placing): Result<Spot, EmendError> {
  const anchor = findAnchor(placing.source);
  return anchor.ok ? spotAbove(anchor.value, placing) : anchor;
}

/** The next spot further out, where the arrival at this one shoves the source away. */
export function spotFurtherOut({ anchor }: Spot, placing: Placing): Result<Spot, EmendError> {
  const outer = findAnchor(anchor.parent as SceneNode);
  return outer.ok ? spotAbove({ ...outer.value, reason: "would_move_source" }, placing) : outer;
}

const hasAutoLayout = (parent: Anchor["parent"]): boolean => "layoutMode" in parent && parent.layoutMode !== "NONE";

/**
 * Placed before it moves in: reparenting keeps the numbers, and a layer that arrives elsewhere would stretch a group, which in an auto layout
 * shoves the source away. Placed again after: an auto layout ignores positions until the layer is out of its flow.
 */
export function settleAt({ anchor, index, geometry }: Spot, layer: RectangleNode | FrameNode): void {
  place(layer, geometry);
  anchor.parent.insertChild(index, layer);
  if (hasAutoLayout(anchor.parent)) layer.layoutPositioning = "ABSOLUTE";
  place(layer, geometry);
  if ("constraints" in anchor.node) layer.constraints = { ...anchor.node.constraints };
}
