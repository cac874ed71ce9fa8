import { type Affine, compose, invert, type Rect, scaling } from "../../protocol/geometry.ts";
import type { NodeRecord } from "../document/node-record.ts";
import type { ImagePaint } from "../document/paint.ts";
import type { Context2d, Picture } from "./canvas-ports.ts";
import { tracePath } from "./shape-path.ts";

/** Where the whole picture is drawn so that it covers (FILL) or fits into (FIT) the node, node space. */
export function pictureRect(
  mode: "FILL" | "FIT",
  node: Pick<NodeRecord, "width" | "height">,
  picture: Pick<Picture, "width" | "height">,
): Rect<"canvas"> {
  const across = node.width / picture.width;
  const down = node.height / picture.height;
  const scale = mode === "FILL" ? Math.max(across, down) : Math.min(across, down);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { x: (node.width - width) / 2, y: (node.height - height) / 2, width, height };
}

/** `imageTransform` takes the node's unit square to the picture's; drawing goes the other way. */
function cropTransform(paint: ImagePaint, node: NodeRecord, picture: Picture): Affine | undefined {
  const back = paint.imageTransform === undefined ? undefined : invert(paint.imageTransform);
  if (back === undefined) return undefined;
  return compose(scaling(node.width, node.height), compose(back, scaling(1 / picture.width, 1 / picture.height)));
}

function drawTiles(context: Context2d, paint: ImagePaint, node: NodeRecord, picture: Picture): void {
  const pattern = context.createPattern(picture, "repeat");
  if (pattern === null) return;
  const scale = paint.scalingFactor ?? 1;
  context.scale(scale, scale);
  context.fillStyle = pattern;
  context.fillRect(0, 0, node.width / scale, node.height / scale);
}

function drawPlaced(context: Context2d, paint: ImagePaint, node: NodeRecord, picture: Picture): void {
  const crop = paint.scaleMode === "CROP" ? cropTransform(paint, node, picture) : undefined;
  if (crop !== undefined) {
    context.transform(crop[0][0], crop[1][0], crop[0][1], crop[1][1], crop[0][2], crop[1][2]);
    context.drawImage(picture, 0, 0);
    return;
  }
  const { x, y, width, height } = pictureRect(paint.scaleMode === "FIT" ? "FIT" : "FILL", node, picture);
  context.drawImage(picture, x, y, width, height);
}

/** Clipping softens edges that lie between pixels, so it is left out where the picture is exactly the node's box. */
function needsClip(paint: ImagePaint, node: NodeRecord, picture: Picture): boolean {
  if (node.cornerRadius > 0 || node.type === "ELLIPSE" || paint.scaleMode === "CROP" || paint.scaleMode === "TILE") return true;
  const { width, height } = pictureRect("FILL", node, picture);
  return paint.scaleMode === "FILL" && (Math.abs(width - node.width) > 0.01 || Math.abs(height - node.height) > 0.01);
}

/** Draws an image paint into the node's outline; the context is in node space. */
export function drawImageFill(context: Context2d, paint: ImagePaint, node: NodeRecord, picture: Picture): void {
  context.save();
  if (needsClip(paint, node, picture)) {
    tracePath(context, node);
    context.clip();
  }
  if (paint.scaleMode === "TILE") drawTiles(context, paint, node, picture);
  else drawPlaced(context, paint, node, picture);
  context.restore();
}
