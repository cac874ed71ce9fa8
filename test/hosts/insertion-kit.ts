import { FigmaDocument, type NodeTree } from "../../playground/document/figma-document.ts";
import type { Placement } from "../../protocol/bridge.ts";
import { apply, compose, type Rect, scaling } from "../../protocol/geometry.ts";
import { type Answer, expectType } from "../fixtures/panel-answers.ts";
import { type PluginRun, pngOf } from "./plugin-run.ts";

export async function exportOf(plugin: PluginRun, layerId: string): Promise<Answer<"exported">> {
  return expectType(await plugin.ask({ type: "export", layerId }), "exported");
}

export const patchOf = ({ width, height }: Rect<"image">) => pngOf(Math.ceil(width), Math.ceil(height)) as Uint8Array<ArrayBuffer>;

/** The tree with one node left out. */
export const without = (tree: NodeTree, id: string): NodeTree => ({
  ...tree,
  children: tree.children.filter((c) => c.id !== id).map((c) => without(c, id)),
});

/** The tree with one node hidden and otherwise as it is. */
export const hiding = (tree: NodeTree, id: string): NodeTree => ({
  ...tree,
  ...(tree.id === id && { visible: false }),
  children: tree.children.map((c) => hiding(c, id)),
});

/** The tree without the last digits of its numbers, which laying out twice may change. */
export const rounded = (tree: NodeTree): NodeTree =>
  JSON.parse(JSON.stringify(tree), (_, value) => (typeof value === "number" ? Math.round(value * 1e9) / 1e9 : value));

/** Largest distance on the page, canvas units, between where the patch's corners are and where its pixels were in the picture. */
export function displacement(
  document: FigmaDocument,
  id: string,
  { placement, rect }: { readonly placement: Placement; readonly rect: Rect<"image"> },
): number {
  const node = document.scene.get(id);
  const pixelsToPage = compose(
    placement.transform,
    scaling(placement.width / placement.imageWidth, placement.height / placement.imageHeight),
  );
  const distances = [0, 1].flatMap((u) =>
    [0, 1].map((v) => {
      const is = apply(document.scene.absoluteTransform(id), { x: u * node.width, y: v * node.height });
      const shall = apply(pixelsToPage, { x: rect.x + u * rect.width, y: rect.y + v * rect.height });
      return Math.hypot(is.x - shall.x, is.y - shall.y);
    }),
  );
  return Math.max(...distances);
}

export const documentWith = (build: (document: FigmaDocument, page: string) => void): FigmaDocument => {
  const document = new FigmaDocument();
  build(document, document.currentPageId);
  document.commitUndo();
  return document;
};
