import type { NodeRecord } from "../document/node-record.ts";
import type { Context2d } from "./canvas-ports.ts";

/** Makes the node's outline the current path, in node space. */
export function tracePath(context: Context2d, node: NodeRecord): void {
  const { width, height } = node;
  context.beginPath();
  if (node.type === "ELLIPSE") context.ellipse(width / 2, height / 2, width / 2, height / 2, 0, 0, Math.PI * 2);
  else if (node.cornerRadius > 0) context.roundRect(0, 0, width, height, Math.min(node.cornerRadius, width / 2, height / 2));
  else context.rect(0, 0, width, height);
}
