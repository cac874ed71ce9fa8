import type { Placement, VariantItem } from "../../protocol/bridge.ts";
import { compose, type Rect, translation } from "../../protocol/geometry.ts";
import { patchGeometry } from "../insertion/patch-geometry.ts";
import { coveredBy, createPatchLayer, place, storedPieces } from "../insertion/patch-layer.ts";

/** What every cell shows a variant of. */
export interface CellSource {
  readonly node: SceneNode;
  readonly placement: Placement;
  /** The picture's upright box on the page. */
  readonly box: Rect<"canvas">;
}

/** A copy of the source that can lie in a component: of a component an instance, for a component cannot lie in another. */
function copyOf(node: SceneNode): SceneNode {
  if (node.type === "COMPONENT") return node.createInstance();
  if (node.type === "COMPONENT_SET") return node.defaultVariant.createInstance();
  return node.clone();
}

function addCopy(cell: FrameNode | ComponentNode, { node, box }: CellSource, visible: boolean): void {
  const copy = copyOf(node);
  cell.appendChild(copy);
  copy.visible = visible;
  copy.locked = false;
  if ("isMask" in copy) copy.isMask = false;
  const [x, y] = compose(translation(-box.x, -box.y), node.absoluteTransform);
  if ("relativeTransform" in copy) copy.relativeTransform = [[...x], [...y]];
  // The copy is no result of ours, even if the source was one.
  copy.setPluginData("emend", "");
}

/** Fills an empty frame or component with a copy of the source and the variant's patch over it, where it belongs. */
export function fillCell(cell: FrameNode | ComponentNode, source: CellSource, item: VariantItem): void {
  cell.resizeWithoutConstraints(source.box.width, source.box.height);
  cell.fills = [];
  cell.clipsContent = false;
  addCopy(cell, source, item.cutOut !== true);
  const pieces = storedPieces(item.pieces);
  const layer = createPatchLayer({ pieces }, source.placement);
  layer.name = item.name;
  cell.appendChild(layer);
  const geometry = patchGeometry(source.placement, coveredBy(pieces), translation(source.box.x, source.box.y));
  if (geometry) place(layer, geometry);
}
