import type { ToMain } from "../../protocol/bridge.ts";
import { type EmendError, err, ok, type Result } from "../../protocol/errors.ts";
import { refused } from "./failure.ts";
import { asUndoStep } from "./undo-step.ts";

/** Lays a picture on the page in the middle of the view and selects it; one undo step. */
export function placeSample({ bytes, name, width, height }: Extract<ToMain, { type: "sample" }>): Result<void, EmendError> {
  try {
    const { hash } = figma.createImage(bytes);
    asUndoStep(() => {
      const { x, y } = figma.viewport.center;
      const node = figma.createRectangle();
      node.name = name;
      node.resizeWithoutConstraints(width, height);
      node.x = Math.round(x - width / 2);
      node.y = Math.round(y - height / 2);
      node.fills = [{ type: "IMAGE", imageHash: hash, scaleMode: "FILL" }];
      figma.currentPage.selection = [node];
      figma.viewport.scrollAndZoomIntoView([node]);
    });
    return ok(undefined);
  } catch (cause) {
    return err(refused(cause));
  }
}
