import { isResultOf, provenanceOf } from "../selection/own-result.ts";
import type { Anchor } from "./anchor.ts";

/** In such auto layouts the first child is drawn on top. */
function firstOnTop(parent: Anchor["parent"]): boolean {
  const isStack = "layoutMode" in parent && (parent.layoutMode === "HORIZONTAL" || parent.layoutMode === "VERTICAL");
  return isStack && "itemReverseZIndex" in parent && parent.itemReverseZIndex;
}

/**
 * The child index that draws a new layer directly above the anchor and above the earlier results of the same source that lie there, so the
 * latest edit is the one that shows.
 */
export function childIndexAbove({ node, parent }: Anchor, source: SceneNode): number {
  const upward = firstOnTop(parent) ? -1 : 1;
  const children = parent.children as readonly SceneNode[];
  let top = children.findIndex((child) => child.id === node.id);
  for (let next = children[top + upward]; next !== undefined; next = children[top + upward]) {
    const provenance = provenanceOf(next);
    if (provenance === undefined || !isResultOf(provenance, source, children)) break;
    top += upward;
  }
  return upward === 1 ? top + 1 : top;
}
