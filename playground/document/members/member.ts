import type { FigmaDocument } from "../figma-document.ts";
import type { NodeRecord, NodeType } from "../node-record.ts";
import type { PluginManifest, Renderer } from "../plugin-session.ts";

/** What members need of the plugin run they serve. */
export interface NodeHost {
  readonly document: FigmaDocument;
  readonly manifest: PluginManifest;
  readonly renderer: Renderer;
  /** The one handle of a node; the same id gives the same object. */
  wrap(id: string): object;
  /** The node behind a handle a plugin passed in; throws where it is none. */
  unwrap(method: string, handle: unknown): NodeRecord;
  readonly loadedFonts: ReadonlySet<string>;
  readonly loadedPages: Set<string>;
}

/** One access of a plugin to one node. */
export interface Access {
  readonly host: NodeHost;
  /** The node as it is now. */
  readonly node: NodeRecord;
  /** As errors name it: `set_fills`, `insertChild`. */
  readonly method: string;
}

/**
 * One member of the plugin API's nodes. `on` says which node types have it; others answer as Figma does, with
 * "no such property". A method is a member whose `get` returns a function.
 */
export interface Member {
  readonly on: (type: NodeType) => boolean;
  readonly get: (access: Access) => unknown;
  readonly set?: (access: Access, value: unknown) => void;
  /** Readable although its page is not loaded or the node is gone. */
  readonly always?: boolean;
}
export type Members = Readonly<Record<string, Member>>;

const isOneOf =
  (...types: readonly NodeType[]) =>
  (type: NodeType): boolean =>
    types.includes(type);

export const anyNode = (): boolean => true;
export const isScene = (type: NodeType): boolean => type !== "DOCUMENT" && type !== "PAGE";
export const isFrameLike = isOneOf("FRAME", "COMPONENT", "COMPONENT_SET", "INSTANCE");
export const isParent = isOneOf(
  "DOCUMENT",
  "PAGE",
  "FRAME",
  "GROUP",
  "SECTION",
  "BOOLEAN_OPERATION",
  "COMPONENT",
  "COMPONENT_SET",
  "INSTANCE",
);
export const isPainted = (type: NodeType): boolean => isScene(type) && type !== "GROUP";
export const isBlended = (type: NodeType): boolean => isScene(type) && type !== "SECTION";
export const isText = isOneOf("TEXT");

/** Freezes data all the way down: what Figma returns is a copy a plugin cannot write through. */
export function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
