import type { FigmaDocument } from "./figma-document.ts";
import type { NodeRecord } from "./node-record.ts";

/** How ids of copies are made: a clone gets fresh ones, the parts of an instance are named after instance and original. */
type NewId = (original: NodeRecord, isRoot: boolean) => string;

function copyTree(document: FigmaDocument, id: string, newId: NewId, parent: string): string {
  const original = document.scene.get(id);
  const copy = newId(original, parent === "");
  const children = original.children.map((c) => copyTree(document, c, newId, copy));
  document.scene.put({ ...original, id: copy, parent: parent === "" ? null : parent, children });
  return copy;
}

/** A deep copy on top of `parent`, with the same transform; gives its id. */
export function copyNode(document: FigmaDocument, id: string, parent: string): string {
  const copy = copyTree(document, id, () => document.newId(), "");
  document.scene.attach(copy, parent, document.scene.get(parent).children.length);
  document.touch(copy);
  return copy;
}

/** An instance of a component on top of the current page; parts get ids `I<instance>;<part>`. */
export function instantiate(document: FigmaDocument, componentId: string): string {
  const instance = document.newId();
  copyTree(document, componentId, (original, isRoot) => (isRoot ? instance : `I${instance};${original.id}`), "");
  document.scene.patch(instance, { type: "INSTANCE", mainComponent: componentId });
  const page = document.currentPageId;
  document.scene.attach(instance, page, document.scene.get(page).children.length);
  document.touch(instance);
  return instance;
}
