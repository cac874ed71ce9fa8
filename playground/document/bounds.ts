import { type Affine, apply, compose, type Point, type Rect, type Space, scaling, union } from "../../protocol/geometry.ts";
import type { NodeRecord } from "./node-record.ts";
import { fitsChildren, type Scene } from "./scene.ts";

/** Axis-aligned bounds of a `width` × `height` box under `m`, not rounded. */
export function boxUnder<S extends Space = "canvas">(m: Affine, width: number, height: number): Rect<S> {
  const corners: Point<S>[] = [
    apply(m, { x: 0, y: 0 }),
    apply(m, { x: width, y: 0 }),
    apply(m, { x: width, y: height }),
    apply(m, { x: 0, y: height }),
  ];
  const xs = corners.map((p) => p.x);
  const ys = corners.map((p) => p.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Page-space box of the node itself, without shadows and outer strokes. */
export function boundingBox(scene: Scene, id: string): Rect<"canvas"> {
  const { width, height } = scene.get(id);
  return boxUnder(scene.absoluteTransform(id), width, height);
}

interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function strokeMargin(node: NodeRecord): number {
  if (!node.strokes.some((s) => s.visible !== false)) return 0;
  if (node.strokeAlign === "INSIDE") return 0;
  return node.strokeAlign === "OUTSIDE" ? node.strokeWeight : node.strokeWeight / 2;
}

/** How far drawing reaches beyond the box, canvas units. */
function margin(node: NodeRecord): Margin {
  const s = strokeMargin(node);
  let m: Margin = { left: s, right: s, top: s, bottom: s };
  for (const e of node.effects) {
    if (!e.visible || (e.type !== "DROP_SHADOW" && e.type !== "LAYER_BLUR")) continue;
    const reach = e.radius + (e.type === "DROP_SHADOW" ? (e.spread ?? 0) : 0) + s;
    const { x, y } = e.type === "DROP_SHADOW" ? e.offset : { x: 0, y: 0 };
    m = {
      left: Math.max(m.left, reach - x),
      right: Math.max(m.right, reach + x),
      top: Math.max(m.top, reach - y),
      bottom: Math.max(m.bottom, reach + y),
    };
  }
  return m;
}

const grow = (r: Rect<"canvas">, m: Margin): Rect<"canvas"> => ({
  x: r.x - m.left,
  y: r.y - m.top,
  width: r.width + m.left + m.right,
  height: r.height + m.top + m.bottom,
});

/** Page-space bounds of everything drawn for the node; `null` where it or an ancestor is hidden, or nothing is drawn. */
export function renderBounds(scene: Scene, id: string): Rect<"canvas"> | null {
  return scene.isShown(id) ? drawnBounds(scene, id) : null;
}

function drawnBounds(scene: Scene, id: string): Rect<"canvas"> | null {
  const node = scene.get(id);
  if (!node.visible) return null;
  const own = fitsChildren(node.type) ? [] : [grow(boundingBox(scene, id), margin(node))];
  const below = node.clipsContent ? [] : node.children.flatMap((c) => drawnBounds(scene, c) ?? []);
  const all = [...own, ...below];
  return all.length === 0 ? null : all.reduce((a, b) => union(a, b));
}

/** Box of the node (0…1) to page space: where a picture that fills the node lies. */
export const unitSquareOf = (scene: Scene, id: string): Affine => {
  const { width, height } = scene.get(id);
  return compose(scene.absoluteTransform(id), scaling(width, height));
};
