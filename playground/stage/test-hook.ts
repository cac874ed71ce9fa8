import { compose, type Rect } from "../../protocol/geometry.ts";
import { boxUnder } from "../document/bounds.ts";
import type { FigmaDocument, NodeTree } from "../document/figma-document.ts";
import type { Renderer } from "../document/plugin-session.ts";
import { flatten } from "./export-frame.ts";
import type { Viewport } from "./viewport.ts";

/** What tests may look at, read-only; nothing in it changes the document. */
export interface PlaygroundHook {
  /** The current page and everything on it. */
  document(): NodeTree;
  selection(): readonly string[];
  /** A layer with everything in it as a PNG data URL, one pixel per canvas unit. */
  picture(nodeId: string): Promise<string>;
  /** Where a layer is in the window, CSS pixels. */
  place(nodeId: string): Rect<"image">;
  /** What the plugin's main script threw and did not catch. */
  pluginErrors(): readonly string[];
  /** The bytes of an image paint's picture, as base64. */
  image(hash: string): Promise<string | undefined>;
}

declare global {
  interface Window {
    emendPlayground?: PlaygroundHook;
  }
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

export interface HookSources {
  readonly document: FigmaDocument;
  readonly renderer: Renderer;
  readonly view: Viewport;
  readonly pluginErrors: readonly string[];
}

export function exposeHook({ document, renderer, view, pluginErrors }: HookSources): void {
  window.emendPlayground = {
    document: () => document.tree(),
    selection: () => document.selection(),
    picture: async (nodeId) => `data:image/png;base64,${base64(await flatten(document, renderer, nodeId))}`,
    place: (nodeId) => {
      const { width, height } = document.scene.get(nodeId);
      return boxUnder(compose(view.transform, document.scene.absoluteTransform(nodeId)), width, height);
    },
    pluginErrors: () => pluginErrors,
    image: async (hash) => {
      const image = document.images.get(hash);
      return image === undefined ? undefined : base64(new Uint8Array(await image.file.arrayBuffer()));
    },
  };
}
