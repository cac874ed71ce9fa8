import { type Affine, apply, compose, invert, type Point, translation } from "../../protocol/geometry.ts";
import { layOut } from "./auto-layout.ts";
import type { NodeRecord } from "./node-record.ts";
import { fitsChildren, type Scene } from "./scene.ts";

const linearPart = (m: Affine): Affine => [
  [m[0][0], m[0][1], 0],
  [m[1][0], m[1][1], 0],
];

function cornersIn(toLocal: Affine, child: NodeRecord): Point<"canvas">[] {
  const m = compose(toLocal, child.transform);
  const { width: w, height: h } = child;
  return [apply(m, { x: 0, y: 0 }), apply(m, { x: w, y: 0 }), apply(m, { x: w, y: h }), apply(m, { x: 0, y: h })];
}

/** Fits a group or boolean operation to its children, keeping its own rotation. The children do not move. */
export function fitToChildren(scene: Scene, id: string): void {
  const group = scene.get(id);
  const turn = linearPart(group.transform);
  const toLocal = invert(turn);
  if (toLocal === undefined || group.children.length === 0) return;
  const corners = group.children.flatMap((c) => cornersIn(toLocal, scene.get(c)));
  const x = Math.min(...corners.map((p) => p.x));
  const y = Math.min(...corners.map((p) => p.y));
  const width = Math.max(...corners.map((p) => p.x)) - x;
  const height = Math.max(...corners.map((p) => p.y)) - y;
  scene.patch(id, { transform: compose(turn, translation(x, y)), width, height });
}

/** Moves everything a group or boolean operation holds along with it: its children live in the same space as itself. */
export function moveContents(scene: Scene, id: string, by: Affine): void {
  for (const child of scene.get(id).children) {
    const node = scene.get(child);
    scene.patch(child, { transform: compose(by, node.transform) });
    if (fitsChildren(node.type)) moveContents(scene, child, by);
  }
}

/** Gives a node a new transform; a group takes its children along. */
export function place(scene: Scene, id: string, transform: Affine): void {
  const node = scene.get(id);
  const back = invert(node.transform);
  if (fitsChildren(node.type) && back !== undefined) moveContents(scene, id, compose(transform, back));
  scene.patch(id, { transform });
}

function layOutAndCarry(scene: Scene, id: string): void {
  const groups = scene.get(id).children.filter((c) => fitsChildren(scene.get(c).type));
  const before = new Map(groups.map((g) => [g, scene.get(g).transform]));
  layOut(scene, id);
  for (const [group, was] of before) {
    const back = invert(was);
    if (back !== undefined) moveContents(scene, group, compose(scene.get(group).transform, back));
  }
}

/** Brings layout up to date from `id` outwards: auto layout frames place their children, groups fit theirs; an emptied group goes. */
export function settle(scene: Scene, id: string): void {
  const node = scene.find(id);
  if (node === undefined) return;
  const { parent } = node;
  if (fitsChildren(node.type) && node.children.length === 0) scene.delete(id);
  else if (fitsChildren(node.type)) fitToChildren(scene, id);
  else if (node.layout.mode !== "NONE") layOutAndCarry(scene, id);
  if (parent !== null) settle(scene, parent);
}
