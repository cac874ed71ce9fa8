import type { Engine, EngineApi, EngineGraph } from "./engine.ts";
import { FigmaNodes } from "./figma-node.ts";

/** The faces of Inter that come with the engine. */
const FONTS = ["Regular", "Medium", "Semi Bold", "Bold", "Extra Bold"].map((style) => ({ fontName: { family: "Inter", style } }));

export interface Host {
  readonly graph: EngineGraph;
  /** The `figma` global. */
  readonly figma: object;
  readonly nodes: FigmaNodes;
  select(ids: readonly string[]): void;
  /** Gives a message of the panel to the plugin. */
  deliver(message: unknown): void;
  /** Everything the plugin posted to the panel, in order. */
  readonly posted: unknown[];
}

type Listener = (message: unknown) => void;

/** A picture kept by the engine under its hash; bytes nobody can decode are refused, as in Figma. */
function imageOf({ canvasKit }: Engine, graph: EngineGraph, hash: string): object {
  const bytes = graph.images.get(hash) ?? new Uint8Array();
  return {
    hash,
    getBytesAsync: async () => bytes.slice(),
    getSizeAsync: async () => {
      const image = canvasKit.MakeImageFromEncoded(bytes);
      if (!image) throw new Error("in getSizeAsync: Image type is unsupported");
      const size = { width: image.width(), height: image.height() };
      image.delete();
      return size;
    },
  };
}

function imagesOf(engine: Engine, graph: EngineGraph, api: EngineApi): object {
  return {
    createImage: (bytes: Uint8Array) => {
      const decoded = engine.canvasKit.MakeImageFromEncoded(bytes);
      if (!decoded) throw new Error("in createImage: Image type is unsupported");
      decoded.delete();
      const { hash } = (api.createImage as (b: Uint8Array) => { readonly hash: string })(bytes.slice());
      return imageOf(engine, graph, hash);
    },
    getImageByHash: (hash: string) => (graph.images.has(hash) ? imageOf(engine, graph, hash) : null),
  };
}

/** `Variant=A, Size=L` as properties. */
const propertiesOf = (name: string): Record<string, string> =>
  Object.fromEntries(name.split(",").map((pair) => pair.split("=").map((word) => word.trim())) as [string, string][]);

/** The package lacks `combineAsVariants`; its scene graph has all that a component set is made of. */
function combineAsVariants(graph: EngineGraph, components: readonly { readonly id: string }[], parent: { readonly id: string }): string {
  const set = graph.createNode("COMPONENT_SET", parent.id, { name: "Component set" });
  const values = components.map(({ id }) => propertiesOf(graph.getNode(id)?.name ?? ""));
  for (const [i, { id }] of components.entries()) {
    graph.insertChildAt(id, set.id, i);
    graph.updateNode(id, { componentPropertyValues: values[i] ?? {} });
  }
  const definitions = Object.entries(values[0] ?? {}).map(([name, defaultValue], i) => ({
    id: `${set.id.split(":")[0]}:${9000 + i}`,
    name,
    type: "VARIANT",
    defaultValue,
    variantOptions: [...new Set(values.map((v) => v[name] ?? ""))],
  }));
  graph.updateNode(set.id, { componentPropertyDefinitions: definitions });
  return set.id;
}

function makers(engine: Engine, graph: EngineGraph, nodes: FigmaNodes): object {
  const page = (): string => graph.getPages()[0]?.id ?? graph.rootId;
  const make = (type: string) => () => nodes.wrap(graph.createNode(type, page()).id);
  return {
    createRectangle: make("RECTANGLE"),
    createFrame: make("FRAME"),
    createText: make("TEXT"),
    createComponent: make("COMPONENT"),
    combineAsVariants: (components: readonly { readonly id: string }[], parent: { readonly id: string }) =>
      nodes.wrap(combineAsVariants(graph, components, parent)),
    listAvailableFontsAsync: async () => FONTS,
    loadFontAsync: async ({ family, style }: { readonly family: string; readonly style: string }) => {
      if ((await engine.fontManager.loadFont(family, style.replace(" ", ""))) === null)
        throw new Error(`in loadFontAsync: The font "${family} ${style}" could not be loaded`);
    },
    getNodeByIdAsync: async (id: string) => (graph.getNode(id) ? nodes.wrap(id) : null),
  };
}

/** `figma` over a scene graph of the engine, one page current. What it cannot do is in README.md beside this folder. */
export function hostPlugin(engine: Engine, graph: EngineGraph): Host {
  const api = new engine.FigmaAPI(graph);
  const nodes = new FigmaNodes(engine, graph, api);
  const posted: unknown[] = [];
  const listeners = new Map<string, Set<() => void>>();
  const kept = new Map<string, unknown>();
  let selection: readonly object[] = [];
  const ui = {
    onmessage: undefined as Listener | undefined,
    postMessage: (message: unknown) => void posted.push(structuredClone(message)),
    resize: () => undefined,
  };
  const page = nodes.wrap(graph.getPages()[0]?.id ?? graph.rootId);
  Object.defineProperty(page, "selection", {
    get: () => selection,
    set: (picked: readonly object[]) => {
      selection = picked;
    },
  });
  const figma = {
    ...makers(engine, graph, nodes),
    ...imagesOf(engine, graph, api),
    ui,
    currentPage: page,
    root: { documentColorProfile: "SRGB" },
    command: "",
    editorType: "figma",
    mixed: api.mixed,
    showUI: () => undefined,
    notify: () => ({ cancel: () => undefined }),
    on: (name: string, listener: () => void) => void listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
    off: (name: string, listener: () => void) => void listeners.get(name)?.delete(listener),
    commitUndo: () => undefined,
    viewport: { scrollAndZoomIntoView: () => undefined },
    clientStorage: {
      getAsync: async (key: string) => kept.get(key),
      setAsync: async (key: string, value: unknown) => void kept.set(key, value),
    },
  };
  const select = (ids: readonly string[]): void => {
    selection = ids.map((id) => nodes.wrap(id));
    for (const listener of listeners.get("selectionchange") ?? []) listener();
  };
  return { graph, figma, nodes, select, posted, deliver: (message) => ui.onmessage?.(structuredClone(message)) };
}
