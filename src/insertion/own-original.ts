import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import { findLayer } from "../selection/find-layer.ts";
import { currentProvenance } from "../selection/own-result.ts";
import { holdsItsPlace, layerGone, notOurs, refused } from "./failure.ts";
import { asUndoStep } from "./undo-step.ts";

/** In an auto layout a hidden layer gives up its place, and its neighbours move. */
const isLaidOut = (node: SceneNode): boolean => {
  const { parent } = node;
  const flows = parent !== null && "layoutMode" in parent && parent.layoutMode !== "NONE";
  return flows && !("layoutPositioning" in node && node.layoutPositioning === "ABSOLUTE");
};

/** The layer a result of ours was made from. Error: `insertion_failed` where either is gone, or the result is not ours. */
export async function originalOf(nodeId: string): Promise<Result<SceneNode, EmendError>> {
  const own = await findLayer(nodeId);
  if (own === undefined) return err(layerGone());
  const provenance = currentProvenance(own);
  if (provenance === undefined) return err(notOurs());
  const original = await findLayer(provenance.sourceNode);
  return original === undefined ? err(layerGone()) : ok(original);
}

/**
 * Hides or shows the layer a result of ours stands in for, one undo step; nothing else of it changes. Only ever because a person asked.
 * Error: `insertion_failed` where the layer is gone, or hiding it would move its neighbours.
 */
export async function setOriginalVisible(nodeId: string, visible: boolean): Promise<Result<void, EmendError>> {
  const found = await originalOf(nodeId);
  if (!found.ok) return found;
  const original = found.value;
  if (!visible && isLaidOut(original)) return err(holdsItsPlace(original.name));
  try {
    asUndoStep(() => {
      original.visible = visible;
    });
    return ok(undefined);
  } catch (cause) {
    return err(refused(cause));
  }
}
