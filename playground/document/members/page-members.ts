import * as v from "valibot";
import { check } from "../check.ts";
import { fail } from "../figma-error.ts";
import { type Access, frozen, type Members } from "./member.ts";

function select({ host, node, method }: Access, value: unknown): void {
  const handles = check(method, "selection", v.array(v.unknown()), value);
  const nodes = handles.map((h) => host.unwrap(method, h));
  const elsewhere = nodes.some((n) => host.document.scene.pageOf(n.id)?.id !== node.id || n.id === node.id);
  if (elsewhere) fail(method, "The selection of a page can only include nodes in that page");
  host.document.select([...new Set(nodes.map((n) => n.id))], node.id);
}

export const pageMembers: Members = {
  selection: {
    on: (t) => t === "PAGE",
    get: ({ host, node }) => frozen(host.document.selection(node.id).map((id) => host.wrap(id))),
    set: select,
  },
  loadAsync: {
    on: (t) => t === "PAGE",
    get: (a) => async () => {
      a.host.loadedPages.add(a.node.id);
    },
  },
  documentColorProfile: { on: (t) => t === "DOCUMENT", get: ({ host }) => host.document.colourProfile },
};
