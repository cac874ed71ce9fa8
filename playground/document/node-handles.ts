import type { FigmaDocument } from "./figma-document.ts";
import { fail } from "./figma-error.ts";
import type { NodeHost } from "./members/member.ts";
import { createNodeFacade } from "./node-facade.ts";
import type { NodeRecord } from "./node-record.ts";
import type { PluginManifest, Renderer } from "./plugin-session.ts";

/** The handles one plugin run holds, and what it has loaded. */
export class NodeHandles implements NodeHost {
  readonly document: FigmaDocument;
  readonly manifest: PluginManifest;
  readonly renderer: Renderer;
  readonly loadedFonts = new Set<string>();
  readonly loadedPages: Set<string>;
  readonly #byId = new Map<string, object>();
  readonly #idOf = new WeakMap<object, string>();

  constructor(document: FigmaDocument, manifest: PluginManifest, renderer: Renderer) {
    this.document = document;
    this.manifest = manifest;
    this.renderer = renderer;
    this.loadedPages = new Set([document.currentPageId]);
  }

  wrap(id: string): object {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const facade = createNodeFacade(this, id);
    this.#byId.set(id, facade);
    this.#idOf.set(facade, id);
    return facade;
  }

  unwrap(method: string, handle: unknown): NodeRecord {
    const id = typeof handle === "object" && handle !== null ? this.#idOf.get(handle) : undefined;
    if (id === undefined) return fail(method, `Expected node, got ${handle === null ? "null" : typeof handle}`);
    return this.document.scene.find(id) ?? fail(method, `The node with id "${id}" does not exist`);
  }
}
