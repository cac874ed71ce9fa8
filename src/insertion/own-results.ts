import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import { findLayer } from "../selection/find-layer.ts";
import { provenanceOf } from "../selection/own-result.ts";
import { layerGone, notOurs, refused } from "./failure.ts";
import { LABEL_KEY } from "./layer-marks.ts";
import { originalOf } from "./own-original.ts";
import { asUndoStep } from "./undo-step.ts";

async function changeOwn(nodeId: string, change: (node: SceneNode) => void): Promise<Result<void, EmendError>> {
  const node = await findLayer(nodeId);
  if (node === undefined) return err(layerGone());
  if (provenanceOf(node) === undefined) return err(notOurs());
  try {
    change(node);
    return ok(undefined);
  } catch (cause) {
    return err(refused(cause));
  }
}

/**
 * Shows or hides a result of ours. Not an undo step of its own: looking at before and after leaves nothing behind to undo.
 * Error: `insertion_failed` for any other layer.
 */
export const setResultVisible = (nodeId: string, visible: boolean): Promise<Result<void, EmendError>> =>
  changeOwn(nodeId, (node) => {
    node.visible = visible;
  });

const labelsOf = ({ id, parent }: SceneNode): readonly SceneNode[] =>
  parent?.type === "FRAME" ? parent.children.filter((sibling) => sibling.getPluginData(LABEL_KEY) === id) : [];

/**
 * Removes a result of ours and its label in a contact sheet, one undo step; `withOriginal`: its source, hidden behind it, shows again in the same step.
 * Error: `insertion_failed` for any other layer.
 */
export async function discardResult(nodeId: string, withOriginal = false): Promise<Result<void, EmendError>> {
  const original = withOriginal ? await originalOf(nodeId) : undefined;
  return changeOwn(nodeId, (node) =>
    asUndoStep(() => {
      if (original?.ok) original.value.visible = true;
      for (const label of labelsOf(node)) label.remove();
      node.remove();
    }),
  );
}
