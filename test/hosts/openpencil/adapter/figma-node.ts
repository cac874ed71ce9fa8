import type { Affine } from "../../../../protocol/geometry.ts";
import type { Engine, EngineApi, EngineFill, EngineGraph, EngineNode, Loose } from "./engine.ts";
import { fromEngineFill, toEngineEffect, toEngineFill, toEngineStroke } from "./paint.ts";
import { pageBox, pageMatrix, placeNode, relativeMatrix } from "./place.ts";

/** Stands for the plugin's id, under which Figma keeps relaunch buttons. */
const PLUGIN_ID = "emend";
const PAGES: readonly string[] = ["CANVAS", "PAGE", "DOCUMENT"];
const HOLDERS: readonly string[] = [...PAGES, "FRAME", "GROUP", "COMPONENT", "COMPONENT_SET", "INSTANCE", "SECTION", "BOOLEAN_OPERATION"];
const ON_LAYERS: readonly string[] = [
  "absoluteTransform",
  "relativeTransform",
  "visible",
  "fills",
  "strokes",
  "opacity",
  "blendMode",
  "constraints",
  "isMask",
];
const ON_FRAMES: readonly string[] = ["layoutMode", "itemReverseZIndex", "clipsContent"];
/** Writing these sets a text anew, so its box is measured anew where it hugs the text. */
const SETS_TYPE: readonly string[] = ["characters", "fontSize", "fontName", "letterSpacing", "lineHeight", "textAutoResize"];

interface Node {
  readonly engine: Engine;
  readonly graph: EngineGraph;
  readonly id: string;
  /** The engine's own node object. */
  readonly own: Loose;
  wrap(id: string): object;
}

type Member = (node: Node) => unknown;

const raw = ({ graph, id }: Node): EngineNode => {
  const node = graph.getNode(id);
  if (!node) throw new Error(`in get: The node with id "${id}" does not exist`);
  return node;
};

const idOf = (node: unknown): string => (node as { readonly id: string }).id;

function drawn(node: Node): (settings: Loose) => Promise<Uint8Array> {
  return async ({ constraint }) => {
    const { type, value } = (constraint ?? { type: "SCALE", value: 1 }) as { readonly type: string; readonly value: number };
    const box = pageBox(node.graph, raw(node));
    const scale = type === "SCALE" ? value : value / (type === "WIDTH" ? box.width : box.height);
    const bytes = await node.engine.headlessRenderNodes(node.graph, pageIdOf(node), [node.id], { scale, format: "PNG" });
    if (!bytes) throw new Error("in exportAsync: Failed to export node. This node may not have any visible layers.");
    return new Uint8Array(bytes);
  };
}

function pageIdOf({ graph, id }: Node): string {
  const pages = new Set(graph.getPages().map((page) => page.id));
  let at = graph.getNode(id);
  while (at && !pages.has(at.id)) at = graph.getNode(at.parentId ?? "");
  return at?.id ?? graph.rootId;
}

function insert(node: Node, child: unknown, index: number): void {
  const parent = raw(node);
  if (index > parent.childIds.length) throw new Error("in insertChild: Index out of bounds");
  node.graph.insertChildAt(idOf(child), parent.id, index);
}

function instanceOf({ graph, id, wrap }: Node): object {
  const home = graph.getPages()[0]?.id ?? graph.rootId;
  const made = graph.createInstance(id, home);
  if (!made) throw new Error("in createInstance: not a component");
  return wrap(made.id);
}

/** A copy lies beside its original; `cloneTree` of the engine keeps plugin data, as Figma does. */
function copyOf({ graph, id, wrap }: Node): object {
  const copy = graph.cloneTree(id, graph.getNode(id)?.parentId ?? graph.rootId);
  if (!copy) throw new Error("in clone: the node is gone");
  return wrap(copy.id);
}

/** What Figma's nodes have and the engine's lack, name otherwise or mean otherwise. */
const READ: Readonly<Record<string, Member>> = {
  type: (n) => (raw(n).type === "CANVAS" ? "PAGE" : raw(n).type),
  relativeTransform: (n) => relativeMatrix(n.graph, raw(n)),
  absoluteTransform: (n) => pageMatrix(n.graph, raw(n)),
  x: (n) => relativeMatrix(n.graph, raw(n))[0][2],
  y: (n) => relativeMatrix(n.graph, raw(n))[1][2],
  absoluteBoundingBox: (n) => pageBox(n.graph, raw(n)),
  absoluteRenderBounds: (n) => (raw(n).visible ? pageBox(n.graph, raw(n)) : null),
  fills: (n) => (raw(n).fills as readonly EngineFill[]).map(fromEngineFill),
  letterSpacing: (n) => ({ unit: "PIXELS", value: raw(n).letterSpacing }),
  lineHeight: (n) => (raw(n).lineHeight === null ? { unit: "AUTO" } : { unit: "PIXELS", value: raw(n).lineHeight }),
  parent: (n) => (raw(n).parentId === null ? null : n.wrap(raw(n).parentId ?? "")),
  children: (n) => raw(n).childIds.map((id) => n.wrap(id)),
  defaultVariant: (n) => n.wrap(raw(n).childIds[0] ?? ""),
  loadAsync: () => async () => undefined,
  exportAsync: drawn,
  clone: (n) => () => copyOf(n),
  createInstance: (n) => () => instanceOf(n),
  appendChild: (n) => (child: unknown) => insert(n, child, raw(n).childIds.filter((id) => id !== idOf(child)).length),
  insertChild: (n) => (index: number, child: unknown) => insert(n, child, index),
  setRelaunchData: (n) => (data: Readonly<Record<string, string>>) =>
    n.graph.updateNode(n.id, {
      pluginRelaunchData: Object.entries(data).map(([command, message]) => ({ pluginId: PLUGIN_ID, command, message, isDeleted: false })),
    }),
};

const WRITE: Readonly<Record<string, (node: Node, value: unknown) => void>> = {
  relativeTransform: (n, value) => placeNode(n.graph, raw(n), value as Affine),
  fills: (n, value) => n.graph.updateNode(n.id, { fills: (value as Loose[]).map(toEngineFill) }),
  strokes: (n, value) => n.graph.updateNode(n.id, { strokes: (value as Loose[]).map(toEngineStroke) }),
  effects: (n, value) => void Reflect.set(n.own, "effects", (value as Loose[]).map(toEngineEffect)),
  letterSpacing: (n, value) => n.graph.updateNode(n.id, { letterSpacing: (value as { readonly value: number }).value }),
  lineHeight: (n, value) => n.graph.updateNode(n.id, { lineHeight: (value as { readonly value?: number }).value ?? null }),
};

/** The engine leaves a text's box as it is; where it hugs the text, Figma's does not. */
function hugText(node: Node): void {
  const text = raw(node);
  if (text.type !== "TEXT" || text.textAutoResize !== "WIDTH_AND_HEIGHT") return;
  const size = node.engine.skia.measureTextNode(text, Number.POSITIVE_INFINITY);
  if (size) node.graph.updateNode(node.id, { width: size.width, height: size.height });
}

function has(node: Node, name: string): boolean {
  const { type } = raw(node);
  if (name === "children") return HOLDERS.includes(type);
  if (ON_LAYERS.includes(name)) return !PAGES.includes(type);
  if (ON_FRAMES.includes(name)) return ["FRAME", "COMPONENT", "COMPONENT_SET", "INSTANCE"].includes(type);
  return name in READ || name in node.own;
}

/** Gives each node of a graph its face of Figma's plugin API, always the same object for the same node. */
export class FigmaNodes {
  readonly #faces = new Map<string, object>();
  readonly #context: { readonly engine: Engine; readonly graph: EngineGraph; readonly api: EngineApi };

  constructor(engine: Engine, graph: EngineGraph, api: EngineApi) {
    this.#context = { engine, graph, api };
  }

  wrap(id: string): object {
    const known = this.#faces.get(id);
    if (known) return known;
    const { engine, graph, api } = this.#context;
    const face = this.#face({ engine, graph, id, own: api.wrapNode(id), wrap: (other) => this.wrap(other) });
    this.#faces.set(id, face);
    return face;
  }

  #face(node: Node): object {
    return new Proxy(node.own, {
      get: (own, name) => {
        if (typeof name === "string" && Object.hasOwn(READ, name)) return READ[name]?.(node);
        const value = Reflect.get(own, name, own);
        return typeof value === "function" ? value.bind(own) : value;
      },
      set: (own, name, value) => {
        const write = typeof name === "string" && Object.hasOwn(WRITE, name) ? WRITE[name] : undefined;
        if (write) write(node, value);
        else if (!Reflect.set(own, name, value, own)) throw new Error(`in set_${String(name)}: not writable in this engine`);
        if (SETS_TYPE.includes(String(name))) hugText(node);
        return true;
      },
      has: (_own, name) => has(node, String(name)),
    });
  }
}
