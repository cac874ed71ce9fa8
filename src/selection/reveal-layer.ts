import { findLayer, pageOf } from "./find-layer.ts";

/** Brings a layer into view and selects it, on its own page. Nothing happens where it is gone. */
export async function revealLayer(id: string): Promise<void> {
  const node = await findLayer(id);
  const page = node && pageOf(node);
  if (node === undefined || page === undefined) return;
  if (page.id !== figma.currentPage.id) await figma.setCurrentPageAsync(page);
  page.selection = [node];
  figma.viewport.scrollAndZoomIntoView([node]);
}
