import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import { layerGone, unmaskable } from "./failure.ts";

type Container = BaseNode & ChildrenMixin;

/** The layer a result goes above, the parent that takes it, and why it is not the source itself where it is not. */
export interface Anchor {
  readonly node: SceneNode;
  readonly parent: Container;
  readonly reason: "none" | "not_allowed_inside" | "would_be_masked" | "would_move_source";
}

/** Nothing may be added anywhere inside these: Figma refuses, or the addition would become part of a shape or be repeated by it. */
const CLOSED: readonly string[] = ["INSTANCE", "BOOLEAN_OPERATION", "TRANSFORM_GROUP", "TABLE"];
/** These take a raster layer as a direct child. A component set does not (only components), though each of its components does. */
const OPEN: readonly string[] = ["PAGE", "FRAME", "GROUP", "COMPONENT", "SECTION", "SLIDE"];

const isLayer = (node: BaseNode | null): node is SceneNode => node !== null && node.type !== "PAGE" && node.type !== "DOCUMENT";

/** The outermost closed layer around `node`, or its parent where that one takes no raster; `undefined` where the place is legal. */
function barrier(node: SceneNode): SceneNode | undefined {
  let outermost: SceneNode | undefined;
  for (let at: BaseNode | null = node.parent; isLayer(at); at = at.parent) if (CLOSED.includes(at.type)) outermost = at;
  if (outermost !== undefined) return outermost;
  return isLayer(node.parent) && !OPEN.includes(node.parent.type) ? node.parent : undefined;
}

const isMask = (node: SceneNode): boolean => "isMask" in node && node.isMask;

/**
 * The lowest legal place above `source` (figma rules of instances, booleans, component sets; a mask cuts off every later sibling, so above a
 * mask means above its parent). Error: `insertion_failed` where the source left the document or is a mask directly on a page.
 */
export function findAnchor(source: SceneNode): Result<Anchor, EmendError> {
  let node = source;
  let reason: Anchor["reason"] = "none";
  for (;;) {
    const closed = barrier(node);
    const next: BaseNode | undefined | null = closed ?? (isMask(node) ? node.parent : undefined);
    if (next === undefined) break;
    if (!isLayer(next)) return err(unmaskable(node.name));
    reason = closed === undefined ? "would_be_masked" : "not_allowed_inside";
    node = next;
  }
  return node.parent === null ? err(layerGone()) : ok({ node, parent: node.parent as Container, reason });
}

const WHY = {
  not_allowed_inside: "layers cannot be added inside it",
  would_be_masked: "the original is a mask",
  would_move_source: "a layer inside it would move the original",
} as const;

/** One sentence for the person where the result could not lie directly above its source. */
export function anchorNote({ node, reason }: Anchor): string | undefined {
  if (reason === "none") return undefined;
  return `Placed above “${node.name}”, because ${WHY[reason]}.`;
}

/** A patch cannot cover what is below a layer that lets it through, nor blend with it as the layer does. */
export function seeThroughNote(source: SceneNode): string | undefined {
  const opacity = "opacity" in source ? source.opacity : 1;
  const blendMode = "blendMode" in source ? source.blendMode : "NORMAL";
  if (opacity === 1 && (blendMode === "NORMAL" || blendMode === "PASS_THROUGH")) return undefined;
  return `“${source.name}” is see-through or blended, so it shows through the new layer. Hide it to see the edit alone.`;
}
