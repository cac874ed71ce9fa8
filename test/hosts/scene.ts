import type { FigmaDocument } from "../../playground/document/figma-document.ts";
import type { NodeRecord, NodeType } from "../../playground/document/node-record.ts";
import type { Affine } from "../../protocol/geometry.ts";
import { pngOf } from "./plugin-run.ts";

/** Moved to (x, y) and turned clockwise about its own top-left. */
export function at(x: number, y: number, degrees = 0): Affine {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [
    [c, 0 - s, x],
    [s, c, y],
  ];
}

export type Change = Partial<NodeRecord>;

/** Adds a layer as a person would have drawn it; gives its id. */
export function add(document: FigmaDocument, type: NodeType, parent: string, change: Change = {}): string {
  const id = document.create(type, parent);
  document.patch(id, change);
  return id;
}

/** A plain image layer, 200 × 100 units, of a 400 × 200 picture. */
export function addPicture(document: FigmaDocument, parent: string, change: Change = {}): string {
  const { hash } = document.images.add(pngOf(400, 200));
  const fills: NodeRecord["fills"] = [
    { type: "IMAGE", imageHash: hash, scaleMode: "FILL", visible: true, opacity: 1, blendMode: "NORMAL" },
  ];
  return add(document, "RECTANGLE", parent, { name: "Picture", width: 200, height: 100, fills, ...change });
}

/** A frame that lays its children out in a row. */
export function addRow(document: FigmaDocument, parent: string, change: Change = {}): string {
  const id = add(document, "FRAME", parent, { name: "Row", width: 700, height: 160, ...change });
  const { layout } = document.scene.get(id);
  document.patch(id, {
    layout: { ...layout, mode: "HORIZONTAL", primarySizing: "FIXED", itemSpacing: 10, paddingLeft: 20, paddingTop: 15 },
  });
  return id;
}

/** Wraps layers of `parent` in a group or boolean operation; they stay where they are. */
export function wrap(document: FigmaDocument, type: "GROUP" | "BOOLEAN_OPERATION", layers: readonly string[], change: Change = {}): string {
  const parent = document.scene.get(layers[0] ?? "").parent ?? document.currentPageId;
  const id = document.create(type, parent);
  for (const [i, layer] of layers.entries()) document.scene.attach(layer, id, i);
  document.patch(id, change);
  return id;
}
