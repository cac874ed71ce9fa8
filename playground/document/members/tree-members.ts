import * as v from "valibot";
import { check } from "../check.ts";
import { copyNode } from "../copy-node.ts";
import { fail } from "../figma-error.ts";
import { type Access, anyNode, frozen, isParent, isScene, type Members } from "./member.ts";
import { reparent } from "./reparent.ts";

const NOT_LOADED =
  "on a page that has not been explicitly loaded. Remember to call `await page.loadAsync()` or `await figma.loadAllPagesAsync()' first.";

/** Figma's rule for plugins with dynamic pages: another page's children are not there until they were asked for. */
function requireLoaded({ host, node, method }: Access, member: string): void {
  if (node.type !== "PAGE" || host.loadedPages.has(node.id)) return;
  fail(method, `Cannot access property \`${member}\` ${NOT_LOADED}`);
}

function descendants(access: Access, member: string): object[] {
  requireLoaded(access, member);
  const { scene } = access.host.document;
  return [...scene.walk(access.node.id)].slice(1).map((n) => access.host.wrap(n.id));
}

const matching = (access: Access, types: readonly string[]): object[] =>
  [...access.host.document.scene.walk(access.node.id)].slice(1).flatMap((n) => (types.includes(n.type) ? [access.host.wrap(n.id)] : []));

function remove({ host, node, method }: Access): void {
  if (!isScene(node.type)) fail(method, "Removing this node is not allowed");
  if (host.document.scene.enclosingInstance(node.id) !== undefined) fail(method, "Removing this node is not allowed");
  host.document.remove(node.id);
}

function clone({ host, node }: Access): object {
  const { document } = host;
  const id = copyNode(document, node.id, document.currentPageId);
  return host.wrap(id);
}

type Predicate = (node: object) => boolean;

export const treeMembers: Members = {
  id: { on: anyNode, get: ({ node }) => node.id, always: true },
  type: { on: anyNode, get: ({ node }) => node.type },
  removed: { on: anyNode, get: () => false, always: true },
  parent: { on: anyNode, get: ({ host, node }) => (node.parent === null ? null : host.wrap(node.parent)) },
  children: {
    on: isParent,
    get: (access) => {
      requireLoaded(access, "children");
      return frozen(access.node.children.map((id) => access.host.wrap(id)));
    },
  },
  appendChild: { on: isParent, get: (a) => (child: unknown) => reparent(a, a.host.unwrap(a.method, child), undefined) },
  insertChild: {
    on: isParent,
    get: (a) => (index: unknown, child: unknown) =>
      reparent(a, a.host.unwrap(a.method, child), check(a.method, "index", v.number(), index)),
  },
  findAll: { on: isParent, get: (a) => (test?: Predicate) => descendants(a, "findAll").filter((n) => test === undefined || test(n)) },
  findOne: { on: isParent, get: (a) => (test: Predicate) => descendants(a, "findOne").find(test) ?? null },
  findAllWithCriteria: {
    on: isParent,
    get: (a) => (criteria: { readonly types: readonly string[] }) => {
      requireLoaded(a, "findAllWithCriteria");
      return matching(a, criteria.types);
    },
  },
  remove: { on: anyNode, get: (a) => () => remove(a) },
  clone: { on: isScene, get: (a) => () => clone(a) },
};
