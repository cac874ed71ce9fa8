import { boundingBox } from "../document/bounds.ts";
import type { FigmaDocument } from "../document/figma-document.ts";
import type { Renderer } from "../document/plugin-session.ts";
import { element } from "./dom.ts";

/** The top-level layer that holds the selection, else the first one. */
export function topLevelOf(document: FigmaDocument): string | undefined {
  const page = document.scene.get(document.currentPageId);
  const [selected] = document.selection();
  if (selected === undefined) return page.children.at(-1);
  const path = [selected, ...[...document.scene.ancestors(selected)].map((a) => a.id)];
  return path.find((id) => document.scene.get(id).parent === page.id);
}

/** A layer with everything in it as one PNG, one pixel per canvas unit. */
export function flatten(document: FigmaDocument, renderer: Renderer, nodeId: string): Promise<Uint8Array> {
  return renderer.render({ document, nodeId, bounds: boundingBox(document.scene, nodeId), scale: 1, contentsOnly: true, format: "PNG" });
}

export function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
  element("a", { href: url, download: `${name}.png` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
