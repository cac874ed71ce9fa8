import type { LayerSummary } from "../../protocol/bridge.ts";
import { layerSummary } from "./layer-summary.ts";

/** In Dev Mode a file can be looked at, not changed. */
const isReadOnly = (): boolean => figma.editorType === "dev";

/** The layers selected on the current page, in Figma's order. */
export const currentSelection = (): LayerSummary[] => figma.currentPage.selection.map((node) => layerSummary(node, isReadOnly()));

/** Calls `listener` whenever the selection or the page changes. Returns the undo. */
export function onSelectionChange(listener: (layers: LayerSummary[]) => void): () => void {
  const notice = (): void => listener(currentSelection());
  figma.on("selectionchange", notice);
  figma.on("currentpagechange", notice);
  return () => {
    figma.off("selectionchange", notice);
    figma.off("currentpagechange", notice);
  };
}
