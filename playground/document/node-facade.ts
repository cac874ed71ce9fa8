import { fail, notImplemented } from "./figma-error.ts";
import { componentMembers } from "./members/component-members.ts";
import { dataMembers } from "./members/data-members.ts";
import { exportMembers } from "./members/export-members.ts";
import { geometryMembers } from "./members/geometry-members.ts";
import { layoutMembers } from "./members/layout-members.ts";
import { lookMembers } from "./members/look-members.ts";
import type { Access, Member, Members, NodeHost } from "./members/member.ts";
import { pageMembers } from "./members/page-members.ts";
import { textMembers } from "./members/text-members.ts";
import { treeMembers } from "./members/tree-members.ts";
import type { NodeRecord } from "./node-record.ts";

const MEMBERS: Members = {
  ...treeMembers,
  ...geometryMembers,
  ...lookMembers,
  ...layoutMembers,
  ...textMembers,
  ...dataMembers,
  ...pageMembers,
  ...componentMembers,
  ...exportMembers,
};

const WRITING_METHODS: ReadonlySet<string> = new Set([
  "appendChild",
  "insertChild",
  "remove",
  "clone",
  "resize",
  "resizeWithoutConstraints",
  "setPluginData",
  "setSharedPluginData",
  "setRelaunchData",
  "createInstance",
]);

/** Asked of every object by the language itself, not by a plugin: promises, printing, JSON. */
const LANGUAGE: ReadonlySet<string> = new Set(["then", "toJSON", "constructor", "inspect", "nodeType", "asymmetricMatch"]);

export function refuseReadOnly(host: Pick<NodeHost, "document">, method: string): void {
  if (host.document.readOnly) fail(method, "The document is read-only: this operation needs edit access");
}

class LiveAccess implements Access {
  readonly host: NodeHost;
  readonly #id: string;
  method: string;

  constructor(host: NodeHost, id: string, method: string) {
    this.host = host;
    this.#id = id;
    this.method = method;
  }

  /** Looked up on every use: a plugin may hold a method while the node changes or goes. */
  get node(): NodeRecord {
    return this.host.document.scene.find(this.#id) ?? fail(this.method, `The node with id "${this.#id}" does not exist`);
  }
}

function memberOf(record: NodeRecord, name: string): Member {
  const member = MEMBERS[name];
  if (member === undefined) return notImplemented(`${record.type}.${name}`);
  if (!member.on(record.type)) throw new TypeError(`node.${name}: no such property '${name}' on ${record.type} node`);
  return member;
}

function read(host: NodeHost, id: string, name: string): unknown {
  if (LANGUAGE.has(name)) return undefined;
  const record = host.document.scene.find(id);
  if (record === undefined) return readGone(id, name);
  const access = new LiveAccess(host, id, `get_${name}`);
  const value = memberOf(record, name).get(access);
  if (typeof value !== "function") return value;
  access.method = name;
  if (!WRITING_METHODS.has(name)) return value;
  return (...args: readonly unknown[]) => {
    refuseReadOnly(host, name);
    return (value as (...a: readonly unknown[]) => unknown)(...args);
  };
}

function readGone(id: string, name: string): unknown {
  if (name === "id") return id;
  if (name === "removed") return true;
  const why = `The node with id "${id}" does not exist`;
  const isMethod = WRITING_METHODS.has(name) || name.endsWith("Async");
  return isMethod ? () => fail(name, why) : fail(`get_${name}`, why);
}

function write(host: NodeHost, id: string, name: string, value: unknown): void {
  const method = `set_${name}`;
  const access = new LiveAccess(host, id, method);
  const member = MEMBERS[name];
  if (member === undefined) throw new TypeError("object is not extensible");
  const { set } = memberOf(access.node, name);
  if (set === undefined) throw new TypeError(`in ${method}: Cannot assign to read only property '${name}' of object`);
  // A selection is not part of the file: viewers select too.
  if (name !== "selection") refuseReadOnly(host, method);
  set(access, value);
}

/** The node as a plugin sees it. Members this document does not imitate throw instead of being `undefined`. */
export function createNodeFacade(host: NodeHost, id: string): object {
  return new Proxy(Object.create(null) as object, {
    get: (_, name) => (typeof name === "symbol" ? undefined : read(host, id, name)),
    set: (_, name, value) => {
      write(host, id, String(name), value);
      return true;
    },
    has: (_, name) => {
      const record = host.document.scene.find(id);
      return typeof name === "string" && record !== undefined && MEMBERS[name]?.on(record.type) === true;
    },
    deleteProperty: () => false,
    defineProperty: () => {
      throw new TypeError("object is not extensible");
    },
  });
}
