import { type Affine, compose } from "../../protocol/geometry.ts";
import type { NodeRecord } from "../document/node-record.ts";
import type { Paint } from "../document/paint.ts";
import type { Scene } from "../document/scene.ts";
import type { Context2d, Picture } from "./canvas-ports.ts";
import { drawText } from "./draw-text.ts";
import { drawImageFill } from "./image-fill.ts";
import { cssColour, styleOf } from "./paint-style.ts";
import { tracePath } from "./shape-path.ts";

export interface Drawing {
  readonly scene: Scene;
  /** Page space to pixels. */
  readonly view: Affine;
  picture(hash: string): Picture | undefined;
  /** An empty canvas of the target's size, for what must be drawn together before it is laid over. */
  layer(): Context2d;
}

const BLEND: Record<string, GlobalCompositeOperation> = {
  MULTIPLY: "multiply",
  SCREEN: "screen",
  OVERLAY: "overlay",
  DARKEN: "darken",
  LIGHTEN: "lighten",
  COLOR_DODGE: "color-dodge",
  COLOR_BURN: "color-burn",
  HARD_LIGHT: "hard-light",
  SOFT_LIGHT: "soft-light",
};

function enter(context: Context2d, drawing: Drawing, id: string): void {
  const [[a, c, e], [b, d, f]] = compose(drawing.view, drawing.scene.absoluteTransform(id));
  context.setTransform(a, b, c, d, e, f);
}

/** Shadows of a canvas are measured in pixels, whatever the transform. */
function castShadow(context: Context2d, node: NodeRecord, scale: number): void {
  const shadow = node.effects.find((e) => e.type === "DROP_SHADOW" && e.visible);
  if (shadow?.type !== "DROP_SHADOW") return;
  context.shadowColor = cssColour(shadow.color);
  context.shadowOffsetX = shadow.offset.x * scale;
  context.shadowOffsetY = shadow.offset.y * scale;
  context.shadowBlur = shadow.radius * scale;
}

function fillWith(context: Context2d, drawing: Drawing, node: NodeRecord, paint: Paint): void {
  const before = context.globalAlpha;
  context.globalAlpha = before * (paint.opacity ?? 1);
  if (paint.type === "IMAGE") {
    const picture = paint.imageHash === null ? undefined : drawing.picture(paint.imageHash);
    if (picture !== undefined) drawImageFill(context, paint, node, picture);
  } else {
    context.fillStyle = styleOf(context, paint, node) ?? "transparent";
    if (node.type === "TEXT") drawText(context, node);
    else {
      tracePath(context, node);
      context.fill();
    }
  }
  context.globalAlpha = before;
}

function strokeWith(context: Context2d, node: NodeRecord, paint: Paint): void {
  context.save();
  context.strokeStyle = styleOf(context, paint, node) ?? "transparent";
  context.lineWidth = node.strokeAlign === "CENTER" ? node.strokeWeight : node.strokeWeight * 2;
  tracePath(context, node);
  if (node.strokeAlign === "INSIDE") context.clip();
  context.stroke();
  context.restore();
}

const shown = (paints: readonly Paint[]): readonly Paint[] => paints.filter((p) => p.visible !== false);

function drawOwn(context: Context2d, drawing: Drawing, node: NodeRecord): void {
  if (node.type === "GROUP" || node.type === "PAGE") return;
  context.save();
  enter(context, drawing, node.id);
  castShadow(context, node, Math.hypot(drawing.view[0][0], drawing.view[1][0]));
  const painters = [
    ...shown(node.fills).map((paint) => () => fillWith(context, drawing, node, paint)),
    ...shown(node.strokes).map((paint) => () => strokeWith(context, node, paint)),
  ];
  for (const paint of painters) {
    paint();
    // The lowest paint casts the shadow; those above would cast theirs onto it.
    context.shadowColor = "transparent";
  }
  context.restore();
}

/** Draws children back to front; a mask shows the siblings after it only where it is opaque. */
function drawChildren(context: Context2d, drawing: Drawing, children: readonly string[]): void {
  const at = children.findIndex((c) => drawing.scene.get(c).isMask && drawing.scene.get(c).visible);
  for (const child of at < 0 ? children : children.slice(0, at)) drawNode(context, drawing, child);
  if (at < 0) return;
  const masked = drawing.layer();
  drawChildren(masked, drawing, children.slice(at + 1));
  const mask = drawing.layer();
  drawNode(mask, drawing, children[at]!);
  lay(masked, mask, { alpha: 1, operation: "destination-in" });
  lay(context, masked, { alpha: 1, operation: "source-over" });
}

function lay(onto: Context2d, layer: Context2d, how: { readonly alpha: number; readonly operation: GlobalCompositeOperation }): void {
  onto.save();
  onto.resetTransform();
  onto.globalAlpha = how.alpha;
  onto.globalCompositeOperation = how.operation;
  onto.drawImage(layer.canvas, 0, 0);
  onto.restore();
}

function drawContents(context: Context2d, drawing: Drawing, node: NodeRecord): void {
  drawOwn(context, drawing, node);
  // A boolean operation shows its own shape; its operands are only what it is made of.
  if (node.children.length === 0 || node.type === "BOOLEAN_OPERATION") return;
  context.save();
  if (node.clipsContent) {
    enter(context, drawing, node.id);
    tracePath(context, node);
    context.clip();
  }
  drawChildren(context, drawing, node.children);
  context.restore();
}

/**
 * Draws a node and what is below it. Boolean operations are drawn as their box, vectors as theirs: outlines of paths are not imitated.
 */
export function drawNode(context: Context2d, drawing: Drawing, id: string): void {
  const node = drawing.scene.get(id);
  if (!node.visible) return;
  const operation = BLEND[node.blendMode] ?? "source-over";
  const whole = node.opacity === 1 && operation === "source-over";
  const onto = whole ? context : drawing.layer();
  drawContents(onto, drawing, node);
  if (!whole) lay(context, onto, { alpha: node.opacity, operation });
}
