import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const DECLARED = /\btype: "((\w+)\.[\w.]+)"/g;
const DECLARING = /-(event|effect)\.ts$/;

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name));

/**
 * The names the session gives its events and effects, each with a short one: the same word before the first dot, then a number. Names the
 * protocol knows too stay, because they are spoken outside.
 */
export function shortEventNames(root: string): ReadonlyMap<string, string> {
  const spoken = sourcesIn(join(root, "protocol"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const declared = sourcesIn(join(root, "ui/session"))
    .filter((file) => DECLARING.test(file))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(DECLARED)].map(([, name = "", area = ""]) => [name, area] as const));
  const own = [...new Map(declared)].filter(([name]) => !spoken.includes(`"${name}"`));
  return new Map(own.map(([name, area], i) => [name, `${area}.${i.toString(36)}`]));
}

/** A script with its events and effects under their short names. Only whole string literals are names. */
export const withShortNames = (script: string, names: ReadonlyMap<string, string>): string =>
  script.replace(/"(\w+\.[\w.]+)"/g, (literal, name: string) => (names.has(name) ? `"${names.get(name)}"` : literal));
