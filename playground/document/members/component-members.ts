import { instantiate } from "../copy-node.ts";
import { fail } from "../figma-error.ts";
import { type Access, frozen, type Members } from "./member.ts";

/** `Size=Large, State=On` as a component set reads the names of its variants. */
function variantProperties(name: string): Record<string, string> | null {
  const pairs = name.split(",").map((part) => part.split("=").map((s) => s.trim()));
  return pairs.every((p) => p.length === 2) ? Object.fromEntries(pairs) : null;
}

const isVariant = ({ host, node }: Access): boolean =>
  node.parent !== null && host.document.scene.get(node.parent).type === "COMPONENT_SET";

export const componentMembers: Members = {
  createInstance: { on: (t) => t === "COMPONENT", get: (a) => () => a.host.wrap(instantiate(a.host.document, a.node.id)) },
  variantProperties: {
    on: (t) => t === "COMPONENT",
    get: (a) => (isVariant(a) ? frozen(variantProperties(a.node.name)) : null),
  },
  defaultVariant: {
    on: (t) => t === "COMPONENT_SET",
    get: ({ host, node }) => (node.children[0] === undefined ? null : host.wrap(node.children[0])),
  },
  mainComponent: {
    on: (t) => t === "INSTANCE",
    get: ({ method }) => fail(method, "Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead."),
  },
  getMainComponentAsync: {
    on: (t) => t === "INSTANCE",
    get:
      ({ host, node }) =>
      async () =>
        node.mainComponent === null || host.document.scene.find(node.mainComponent) === undefined ? null : host.wrap(node.mainComponent),
  },
};
