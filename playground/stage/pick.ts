import { apply, invert, type Point } from "../../protocol/geometry.ts";
import type { NodeRecord } from "../document/node-record.ts";
import type { Scene } from "../document/scene.ts";

function isInside(scene: Scene, node: NodeRecord, point: Point<"canvas">): boolean {
  const back = invert(scene.absoluteTransform(node.id));
  if (back === undefined) return false;
  const { x, y } = apply<"canvas">(back, point);
  return x >= 0 && y >= 0 && x <= node.width && y <= node.height;
}

/**
 * The topmost visible, unlocked layer under a page point; a frame that holds layers is picked only where none of them is.
 * `undefined` over the empty page.
 */
export function pick(scene: Scene, parent: string, point: Point<"canvas">): string | undefined {
  for (const id of [...scene.get(parent).children].reverse()) {
    const node = scene.get(id);
    if (!node.visible || node.locked || node.isMask) continue;
    const within = isInside(scene, node, point);
    if (node.clipsContent && !within) continue;
    const deeper = node.children.length > 0 && node.type !== "BOOLEAN_OPERATION" ? pick(scene, id, point) : undefined;
    if (deeper !== undefined) return deeper;
    if (within && node.type !== "GROUP") return id;
  }
  return undefined;
}
