import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { en } from "../../ui/i18n/en.ts";

/** Shorter names are not worth a table. */
const LEAST_CHARS = 4;

const sourceOf = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

const namesIn = (messages: object): readonly string[] =>
  Object.entries(messages).flatMap(([name, words]) => [name, ...(typeof words === "object" && words !== null ? namesIn(words) : [])]);

/**
 * Names of the message catalogue a bundle may shorten wherever they stand: the panel never says them as a string, so nothing is looked up
 * by them, and the protocol has no such word, so nothing outside hears them.
 */
export function messageNames(root: string): ReadonlySet<string> {
  const said = new Set([...sourceOf(join(root, "ui")).matchAll(/["'`]([\w.-]+)["'`]/g)].flatMap(([, words = ""]) => words.split(/\W/)));
  const spoken = new Set(sourceOf(join(root, "protocol")).match(/\w+/g));
  return new Set(
    namesIn(en).filter((name) => name.length >= LEAST_CHARS && /^[a-z]\w*$/i.test(name) && !said.has(name) && !spoken.has(name)),
  );
}
