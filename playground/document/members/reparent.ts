import { fail } from "../figma-error.ts";
import type { NodeRecord } from "../node-record.ts";
import { fitsChildren, type Scene } from "../scene.ts";
import { settle } from "../settle.ts";
import type { Access } from "./member.ts";

const isInside = (scene: Scene, id: string, ancestor: string): boolean => [...scene.ancestors(id)].some((a) => a.id === ancestor);

function refuseByType(method: string, parent: NodeRecord, child: NodeRecord): void {
  const no = (why: string): never => fail(method, `Cannot move node. ${why}`);
  if (parent.type === "DOCUMENT" && child.type !== "PAGE") no("A DOCUMENT node cannot have children of type other than PAGE");
  if (child.type === "DOCUMENT" || (child.type === "PAGE" && parent.type !== "DOCUMENT")) no("Pages can only be children of the document");
  if (parent.type === "COMPONENT_SET" && child.type !== "COMPONENT")
    no("A COMPONENT_SET node cannot have children of type other than COMPONENT");
  if (child.type === "SECTION" && parent.type !== "PAGE" && parent.type !== "SECTION")
    no("A SECTION node cannot have a parent of type other than SECTION or PAGE");
}

/** Why Figma refuses to put `child` into `parent`; the words of the first two are Figma's own. */
function refuse({ host, node: parent, method }: Access, child: NodeRecord): void {
  const { scene } = host.document;
  const inInstance = parent.type === "INSTANCE" || scene.enclosingInstance(parent.id) !== undefined;
  if (inInstance) fail(method, "Cannot move node. New parent is an instance or is inside of an instance");
  if (scene.enclosingInstance(child.id) !== undefined) fail(method, "Cannot move node. Node is inside of an instance");
  if (child.id === parent.id || isInside(scene, parent.id, child.id))
    fail(method, "Cannot move node. New parent is a descendant of the node");
  const componentAbove = [parent, ...scene.ancestors(parent.id)].some((a) => a.type === "COMPONENT");
  const componentBelow = [...scene.walk(child.id)].some((n) => n.type === "COMPONENT");
  if (componentAbove && componentBelow) fail(method, "Cannot move node. Reparenting would create a component inside a component");
  refuseByType(method, parent, child);
}

/** Moves `child` into the accessed node so that it has `index` before the move; `undefined` puts it on top. Transforms stay as numbers. */
export function reparent(access: Access, child: NodeRecord, index: number | undefined): void {
  const { host, node: parent, method } = access;
  const { document } = host;
  refuse(access, child);
  const count = parent.children.length;
  if (index !== undefined && (!Number.isInteger(index) || index < 0 || index > count))
    fail(method, `Index must be between 0 and the number of children (${count}), received ${index}`);
  const from = child.parent;
  const present = parent.children.indexOf(child.id);
  const at = index === undefined ? count - (present < 0 ? 0 : 1) : present >= 0 && present < index ? index - 1 : index;
  document.scene.attach(child.id, parent.id, at);
  if (document.scene.get(parent.id).layout.mode === "NONE") document.scene.patch(child.id, { layoutPositioning: "AUTO" });
  if (from !== null && from !== parent.id) settle(document.scene, from);
  document.touch(fitsChildren(child.type) ? child.id : parent.id);
}
