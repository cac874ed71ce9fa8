import * as v from "valibot";
import { check } from "../check.ts";
import type { FigmaDocument } from "../figma-document.ts";
import { fail } from "../figma-error.ts";
import { refuseReadOnly } from "../node-facade.ts";
import type { NodeHandles } from "../node-handles.ts";
import type { NodeRecord, NodeType } from "../node-record.ts";
import { fitsChildren } from "../scene.ts";
import type { ApiContext, ApiPart } from "./api-context.ts";

const wholeNumber = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));

const make = (handles: NodeHandles, method: string, type: NodeType) => (): object => {
  refuseReadOnly(handles, method);
  return handles.wrap(handles.document.create(type));
};

interface Gathered {
  readonly nodes: readonly NodeRecord[];
  readonly parent: NodeRecord;
  readonly index: number;
}

function gather(handles: NodeHandles, method: string, args: readonly unknown[]): Gathered {
  refuseReadOnly(handles, method);
  const nodes = check(method, "nodes", v.array(v.unknown()), args[0]).map((n) => handles.unwrap(method, n));
  if (nodes.length === 0) fail(method, "First argument must be an array of at least one node");
  const parent = handles.unwrap(method, args[1]);
  const { scene } = handles.document;
  if (parent.type === "INSTANCE" || scene.enclosingInstance(parent.id) !== undefined)
    fail(method, "Cannot move node. New parent is an instance or is inside of an instance");
  return { nodes, parent, index: check(method, "index", wholeNumber, args[2]) ?? parent.children.length };
}

/** Puts a new node of `type` in `parent` and moves the gathered ones into it; those keep their transforms. */
function wrapNodes(document: FigmaDocument, { nodes, parent, index }: Gathered, type: NodeType): string {
  const { scene } = document;
  const id = document.create(type);
  const left = nodes.filter((n) => n.parent === parent.id && parent.children.indexOf(n.id) < index).length;
  for (const [i, node] of nodes.entries()) scene.attach(node.id, id, i);
  scene.attach(id, parent.id, Math.min(index - left, scene.get(parent.id).children.length));
  for (const node of nodes) if (node.parent !== null && node.parent !== parent.id) document.touch(node.parent);
  document.touch(id);
  return id;
}

const wrapInto =
  (handles: NodeHandles, method: string, type: "GROUP" | "BOOLEAN_OPERATION") =>
  (...args: readonly unknown[]): object =>
    handles.wrap(wrapNodes(handles.document, gather(handles, method, args), type));

function combineAsVariants(handles: NodeHandles, args: readonly unknown[]): object {
  const gathered = gather(handles, "combineAsVariants", args);
  if (gathered.nodes.some((n) => n.type !== "COMPONENT")) fail("combineAsVariants", "Can only combine components as variants");
  const { document } = handles;
  const id = wrapNodes(document, gathered, "COMPONENT_SET");
  const { transform } = gathered.nodes[0]!;
  for (const n of gathered.nodes) {
    const [[a, c, x], [b, d, y]] = n.transform;
    document.scene.patch(n.id, {
      transform: [
        [a, c, x - transform[0][2]],
        [b, d, y - transform[1][2]],
      ],
    });
  }
  document.patch(id, { transform, width: gathered.nodes[0]!.width, height: gathered.nodes[0]!.height });
  return handles.wrap(id);
}

const NEVER_A_COMPONENT: ReadonlySet<NodeType> = new Set(["COMPONENT", "COMPONENT_SET", "INSTANCE"]);

function createComponentFromNode(handles: NodeHandles, handle: unknown): object {
  const method = "createComponentFromNode";
  refuseReadOnly(handles, method);
  const { document } = handles;
  const node = handles.unwrap(method, handle);
  const around = [node, ...document.scene.ancestors(node.id)];
  if (around.some((n) => NEVER_A_COMPONENT.has(n.type)) || node.parent === null) fail(method, "Cannot create component from node");
  if (node.type === "FRAME") {
    document.patch(node.id, { type: "COMPONENT" });
    return handles.wrap(node.id);
  }
  const id = document.create("COMPONENT");
  const parent = document.scene.get(node.parent);
  document.scene.patch(id, { name: node.name, transform: node.transform, width: node.width, height: node.height, fills: [] });
  document.scene.attach(id, parent.id, parent.children.indexOf(node.id));
  if (fitsChildren(node.type)) fail(method, "FigmaStrict: components from groups are not implemented");
  document.scene.attach(node.id, id, 0);
  document.scene.patch(node.id, {
    transform: [
      [1, 0, 0],
      [0, 1, 0],
    ],
  });
  document.touch(id);
  return handles.wrap(id);
}

/** The makers of nodes: `createRectangle`, `group`, `combineAsVariants` and the like. */
export function createApi({ handles }: ApiContext): ApiPart {
  const boolean = (name: string) => wrapInto(handles, name, "BOOLEAN_OPERATION");
  return {
    createRectangle: make(handles, "createRectangle", "RECTANGLE"),
    createEllipse: make(handles, "createEllipse", "ELLIPSE"),
    createFrame: make(handles, "createFrame", "FRAME"),
    createText: make(handles, "createText", "TEXT"),
    createVector: make(handles, "createVector", "VECTOR"),
    createSection: make(handles, "createSection", "SECTION"),
    createComponent: make(handles, "createComponent", "COMPONENT"),
    createPage: make(handles, "createPage", "PAGE"),
    group: wrapInto(handles, "group", "GROUP"),
    union: boolean("union"),
    subtract: boolean("subtract"),
    intersect: boolean("intersect"),
    exclude: boolean("exclude"),
    combineAsVariants: (...args: readonly unknown[]) => combineAsVariants(handles, args),
    createComponentFromNode: (node: unknown) => createComponentFromNode(handles, node),
  };
}
