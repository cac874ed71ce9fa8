import type { Provenance } from "../../protocol/bridge.ts";
import { provenanceOf } from "../selection/own-result.ts";

/**
 * The layer that holds this very result already, beside `source` or beside something that holds it: a result may lie further out than its
 * source. Compares the job and the source it was made for.
 */
export function placedBefore(source: SceneNode, { jobId, sourceNode }: Provenance): SceneNode | undefined {
  for (let at: BaseNode | null = source; at?.parent && "children" in at.parent; at = at.parent) {
    const found = (at.parent.children as readonly BaseNode[]).find((node) => {
      if (!("getPluginData" in node) || node.type === "PAGE") return false;
      const known = provenanceOf(node);
      return known?.jobId === jobId && known.sourceNode === sourceNode;
    });
    if (found) return found as SceneNode;
    if (at.parent.type === "PAGE") return undefined;
  }
  return undefined;
}
