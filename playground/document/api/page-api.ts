import { fail } from "../figma-error.ts";
import { fontKey } from "../members/text-members.ts";
import type { FontName } from "../node-record.ts";
import type { ApiContext, ApiPart } from "./api-context.ts";

const dynamicPage = (method: string, instead: string) => (): never =>
  fail(method, `Cannot call with documentAccess: dynamic-page. Use figma.${instead} instead.`);

/** Finding nodes, pages and fonts, by the rules of `documentAccess: dynamic-page`. */
export function pageApi({ handles, ports }: ApiContext): ApiPart {
  const { document } = handles;
  return {
    getNodeById: dynamicPage("getNodeById", "getNodeByIdAsync"),
    getNodeByIdAsync: async (id: unknown) => {
      if (typeof id !== "string") return fail("getNodeByIdAsync", 'Property "id" failed validation: Expected string');
      return document.scene.find(id) === undefined ? null : handles.wrap(id);
    },
    setCurrentPageAsync: async (page: unknown) => {
      const node = handles.unwrap("setCurrentPageAsync", page);
      if (node.type !== "PAGE") fail("setCurrentPageAsync", "Expected a page");
      handles.loadedPages.add(node.id);
      document.setCurrentPage(node.id);
    },
    loadAllPagesAsync: async () => {
      for (const id of document.scene.get(document.rootId).children) handles.loadedPages.add(id);
    },
    listAvailableFontsAsync: async () => ports.fonts.map((fontName) => ({ fontName })),
    loadFontAsync: async (font: FontName) => {
      if (!ports.fonts.some((f) => fontKey(f) === fontKey(font))) fail("loadFontAsync", `The font "${fontKey(font)}" could not be loaded`);
      handles.loadedFonts.add(fontKey(font));
    },
    commitUndo: () => document.commitUndo(),
    triggerUndo: () => {
      document.undo();
    },
  };
}
