import { apply, compose, type Point } from "../../protocol/geometry.ts";
import type { NodeRecord } from "../document/node-record.ts";
import type { Scene } from "../document/scene.ts";
import type { Context2d } from "../render/canvas-ports.ts";
import type { Viewport } from "./viewport.ts";

const HANDLE = 7;

export interface OutlineColours {
  readonly brand: string;
  readonly handle: string;
  readonly onBrand: string;
  readonly label: string;
}

/** The node's corners on the screen, CSS pixels. */
function corners(scene: Scene, view: Viewport, node: NodeRecord): Point<"image">[] {
  const m = compose(view.transform, scene.absoluteTransform(node.id));
  const { width: w, height: h } = node;
  return [apply(m, { x: 0, y: 0 }), apply(m, { x: w, y: 0 }), apply(m, { x: w, y: h }), apply(m, { x: 0, y: h })];
}

function strokeCorners(context: Context2d, points: readonly Point<"image">[]): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  context.closePath();
  context.stroke();
}

function drawHandles(context: Context2d, points: readonly Point<"image">[], colours: OutlineColours): void {
  context.fillStyle = colours.handle;
  context.lineWidth = 1;
  for (const { x, y } of points) {
    context.fillRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
    context.strokeRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
  }
}

/** The size of the selection on a small plate under it, as design tools show it. */
function drawSize(context: Context2d, node: NodeRecord, points: readonly Point<"image">[], colours: OutlineColours): void {
  const text = `${Math.round(node.width * 100) / 100} × ${Math.round(node.height * 100) / 100}`;
  const x = points.reduce((sum, p) => sum + p.x, 0) / points.length;
  const y = Math.max(...points.map((p) => p.y)) + 8;
  context.font = "500 11px Inter, sans-serif";
  const width = context.measureText(text).width + 10;
  context.fillStyle = colours.brand;
  context.beginPath();
  context.roundRect(x - width / 2, y, width, 18, 4);
  context.fill();
  context.fillStyle = colours.onBrand;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, x, y + 9.5);
}

/** Outlines with handles around the selected layers; the context is in CSS pixels. */
export function drawSelection(
  context: Context2d,
  scene: Scene,
  view: Viewport,
  how: { readonly ids: readonly string[]; readonly colours: OutlineColours },
): void {
  for (const id of how.ids) {
    const node = scene.find(id);
    if (node === undefined) continue;
    const points = corners(scene, view, node);
    context.strokeStyle = how.colours.brand;
    context.lineWidth = 1.5;
    strokeCorners(context, points);
    drawHandles(context, points, how.colours);
    if (how.ids.length === 1) drawSize(context, node, points, how.colours);
  }
}

/** A thin outline around the layer the pointer is over. */
export function drawHover(
  context: Context2d,
  scene: Scene,
  view: Viewport,
  how: { readonly id: string; readonly colours: OutlineColours },
): void {
  const node = scene.find(how.id);
  if (node === undefined) return;
  context.strokeStyle = how.colours.brand;
  context.lineWidth = 2;
  strokeCorners(context, corners(scene, view, node));
}

/** The names of top-level frames above their corners. */
export function drawFrameNames(
  context: Context2d,
  scene: Scene,
  view: Viewport,
  how: { readonly page: string; readonly colours: OutlineColours },
): void {
  context.font = "400 11px Inter, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillStyle = how.colours.label;
  for (const id of scene.get(how.page).children) {
    const node = scene.get(id);
    if (!node.visible || (node.type !== "FRAME" && node.type !== "SECTION")) continue;
    const [corner] = corners(scene, view, node);
    context.fillText(node.name, corner!.x, corner!.y - 6);
  }
}
