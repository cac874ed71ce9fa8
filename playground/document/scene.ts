import { type Affine, compose, IDENTITY } from "../../protocol/geometry.ts";
import type { NodeRecord, NodeType } from "./node-record.ts";

export type SceneSnapshot = ReadonlyMap<string, NodeRecord>;

const TRANSPARENT: ReadonlySet<NodeType> = new Set(["GROUP", "BOOLEAN_OPERATION"]);
/** Groups and boolean operations have no space of their own: they fit their children, whose transforms are the container's. */
export const fitsChildren = (type: NodeType): boolean => TRANSPARENT.has(type);

/** The tree of records. Writes replace records; the class knows no rule but that parents and children agree. */
export class Scene {
  #nodes = new Map<string, NodeRecord>();

  snapshot(): SceneSnapshot {
    return new Map(this.#nodes);
  }

  restore(snapshot: SceneSnapshot): void {
    this.#nodes = new Map(snapshot);
  }

  find(id: string): NodeRecord | undefined {
    return this.#nodes.get(id);
  }

  /** Throws for an id that is not there: callers hold ids of living nodes. */
  get(id: string): NodeRecord {
    const node = this.#nodes.get(id);
    if (node === undefined) throw new Error(`The node with id "${id}" does not exist`);
    return node;
  }

  put(node: NodeRecord): void {
    this.#nodes.set(node.id, node);
  }

  patch(id: string, change: Partial<NodeRecord>): void {
    this.put({ ...this.get(id), ...change });
  }

  /** Puts `id` under `parent` so that it ends at `index` among the other children. */
  attach(id: string, parent: string, index: number): void {
    this.detach(id);
    const others = this.get(parent).children;
    this.patch(parent, { children: [...others.slice(0, index), id, ...others.slice(index)] });
    this.patch(id, { parent });
  }

  detach(id: string): void {
    const { parent } = this.get(id);
    if (parent === null) return;
    this.patch(parent, { children: this.get(parent).children.filter((c) => c !== id) });
    this.patch(id, { parent: null });
  }

  /** Takes the node and everything below it out of the document. */
  delete(id: string): void {
    this.detach(id);
    for (const node of [...this.walk(id)]) this.#nodes.delete(node.id);
  }

  *walk(id: string): Generator<NodeRecord> {
    const node = this.get(id);
    yield node;
    for (const child of node.children) yield* this.walk(child);
  }

  /** Parent first, then outwards to the document. */
  *ancestors(id: string): Generator<NodeRecord> {
    for (let at = this.get(id).parent; at !== null; at = this.get(at).parent) yield this.get(at);
  }

  pageOf(id: string): NodeRecord | undefined {
    const node = this.get(id);
    return node.type === "PAGE" ? node : [...this.ancestors(id)].find((a) => a.type === "PAGE");
  }

  /** The node whose space `id`'s transform is in. */
  containerOf(id: string): NodeRecord | undefined {
    return [...this.ancestors(id)].find((a) => !fitsChildren(a.type));
  }

  /** Node space to page space. */
  absoluteTransform(id: string): Affine {
    const node = this.get(id);
    if (node.type === "PAGE" || node.type === "DOCUMENT") return IDENTITY;
    const container = this.containerOf(id);
    return container === undefined ? node.transform : compose(this.absoluteTransform(container.id), node.transform);
  }

  /** Whether a hidden node, itself or an ancestor, keeps this one from being drawn. */
  isShown(id: string): boolean {
    return this.get(id).visible && [...this.ancestors(id)].every((a) => a.visible);
  }

  /** The instance this node is a part of (not the node itself). */
  enclosingInstance(id: string): NodeRecord | undefined {
    return [...this.ancestors(id)].find((a) => a.type === "INSTANCE");
  }
}
