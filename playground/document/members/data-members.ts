import * as v from "valibot";
import { check } from "../check.ts";
import { fail } from "../figma-error.ts";
import { type Access, anyNode, frozen, type Members } from "./member.ts";

const ENTRY_BYTES = 100_000;

/** Bytes of a string in UTF-8; the plugin sandbox and Figma both count them so. */
export const utf8Length = (s: string): number => {
  let bytes = 0;
  for (const char of s) {
    const code = char.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
};

function requireId({ host, method }: Access): string {
  const { id } = host.manifest;
  if (id === undefined || id === "")
    fail(method, 'Cannot set private plugin data in a plugin without an ID. Make sure your plugin manifest has a valid "id" field.');
  return id;
}

const refuseLarge = (method: string, ...parts: readonly string[]): void => {
  if (parts.reduce((sum, p) => sum + utf8Length(p), 0) > ENTRY_BYTES) fail(method, "This pluginData entry exceeds 100 kB per entry limit.");
};

/** With `key` set, or gone where the value is empty: Figma keeps no empty entries. */
function withEntry(data: Readonly<Record<string, string>>, key: string, value: string): Record<string, string> {
  const { [key]: _, ...others } = data;
  return value === "" ? others : { ...others, [key]: value };
}

function setPluginData(access: Access, rawKey: unknown, rawValue: unknown): void {
  const { host, node, method } = access;
  const id = requireId(access);
  const key = check(method, "key", v.string(), rawKey);
  const value = check(method, "value", v.string(), rawValue);
  refuseLarge(method, id, key, value);
  host.document.patch(node.id, { pluginData: withEntry(node.pluginData, key, value) });
}

function setSharedPluginData({ host, node, method }: Access, entry: readonly unknown[]): void {
  const [namespace, key, value] = check(method, "arguments", v.tuple([v.string(), v.string(), v.string()]), entry);
  if (!/^[a-zA-Z0-9_.]{3,}$/.test(namespace)) fail(method, "The namespace must be at least 3 alphanumeric characters");
  refuseLarge(method, namespace, key, value);
  host.document.patch(node.id, { sharedPluginData: withEntry(node.sharedPluginData, `${namespace}/${key}`, value) });
}

function setRelaunchData({ host, node, method }: Access, raw: unknown): void {
  const data = check(method, "data", v.record(v.string(), v.pipe(v.string(), v.maxLength(1000))), raw);
  const known = host.manifest.relaunchButtons?.map((b) => b.command) ?? [];
  const unknown = Object.keys(data).find((command) => !known.includes(command));
  if (unknown !== undefined) fail(method, `The command "${unknown}" does not match any of the relaunchButtons in the manifest`);
  host.document.patch(node.id, { relaunchData: data });
}

export const dataMembers: Members = {
  getPluginData: {
    on: anyNode,
    get:
      ({ node }) =>
      (key: string) =>
        node.pluginData[key] ?? "",
  },
  setPluginData: { on: anyNode, get: (a) => (key: unknown, value: unknown) => setPluginData(a, key, value) },
  getPluginDataKeys: {
    on: anyNode,
    get:
      ({ node }) =>
      () =>
        Object.keys(node.pluginData),
  },
  getSharedPluginData: {
    on: anyNode,
    get:
      ({ node }) =>
      (namespace: string, key: string) =>
        node.sharedPluginData[`${namespace}/${key}`] ?? "",
  },
  setSharedPluginData: {
    on: anyNode,
    get:
      (a) =>
      (...entry: readonly unknown[]) =>
        setSharedPluginData(a, entry),
  },
  setRelaunchData: { on: anyNode, get: (a) => (data: unknown) => setRelaunchData(a, data) },
  getRelaunchData: {
    on: anyNode,
    get:
      ({ node }) =>
      () =>
        frozen({ ...node.relaunchData }),
  },
};
