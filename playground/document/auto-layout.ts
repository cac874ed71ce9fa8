import { type Affine, translation } from "../../protocol/geometry.ts";
import type { AutoLayout, NodeRecord } from "./node-record.ts";
import type { Scene } from "./scene.ts";

/** The same linear part at another place. */
export const movedTo = (m: Affine, x: number, y: number): Affine => [
  [m[0][0], m[0][1], x],
  [m[1][0], m[1][1], y],
];

interface Axis {
  readonly size: "width" | "height";
  readonly before: number;
  readonly after: number;
}
const axes = (l: AutoLayout): { readonly primary: Axis; readonly counter: Axis } => {
  const across: Axis = { size: "width", before: l.paddingLeft, after: l.paddingRight };
  const down: Axis = { size: "height", before: l.paddingTop, after: l.paddingBottom };
  return l.mode === "HORIZONTAL" ? { primary: across, counter: down } : { primary: down, counter: across };
};

const SHARE = { MIN: 0, CENTER: 0.5, MAX: 1, BASELINE: 0, SPACE_BETWEEN: 0 } as const;

const flowing = (scene: Scene, frame: NodeRecord): NodeRecord[] =>
  frame.children.map((c) => scene.get(c)).filter((c) => c.visible && c.layoutPositioning === "AUTO");

function hug(frame: NodeRecord, children: readonly NodeRecord[]): Pick<NodeRecord, "width" | "height"> {
  const { layout } = frame;
  const { primary, counter } = axes(layout);
  const along = children.reduce((sum, c) => sum + c[primary.size], 0) + layout.itemSpacing * Math.max(0, children.length - 1);
  const across = Math.max(0, ...children.map((c) => c[counter.size]));
  const size = { width: frame.width, height: frame.height };
  if (layout.primarySizing === "AUTO") size[primary.size] = Math.max(0.01, along + primary.before + primary.after);
  if (layout.counterSizing === "AUTO") size[counter.size] = Math.max(0.01, across + counter.before + counter.after);
  return size;
}

/** Places the children of an auto layout frame in a row or column and fits the frame where it hugs. Children with `ABSOLUTE` stay. */
export function layOut(scene: Scene, id: string): void {
  const before = scene.get(id);
  const children = flowing(scene, before);
  scene.patch(id, hug(before, children));
  const frame = scene.get(id);
  const { layout } = frame;
  const { primary, counter } = axes(layout);
  const content = children.reduce((sum, c) => sum + c[primary.size], 0);
  const free = frame[primary.size] - primary.before - primary.after - content;
  const spread = layout.primaryAlign === "SPACE_BETWEEN" && children.length > 1;
  const gap = spread ? free / (children.length - 1) : layout.itemSpacing;
  let at = primary.before + (spread ? 0 : (free - gap * Math.max(0, children.length - 1)) * SHARE[layout.primaryAlign]);
  for (const child of children) {
    const room = frame[counter.size] - counter.before - counter.after - child[counter.size];
    const across = counter.before + room * SHARE[layout.counterAlign];
    const place = layout.mode === "HORIZONTAL" ? translation(at, across) : translation(across, at);
    scene.patch(child.id, { transform: movedTo(child.transform, place[0][2], place[1][2]) });
    at += child[primary.size] + gap;
  }
}
