import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Where results come from: a change in any of these files must not be answered from the cache. */
const FOLDERS = [
  "imaging",
  "protocol",
  "models",
  "local-server/engines",
  "local-server/pipeline",
  "local-server/runtime",
  "local-server/codec",
];
const FILES = ["package-lock.json"];

async function stamp(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(join(ROOT, path));
  return `${path}:${size}:${mtimeMs}`;
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(ROOT, folder), { recursive: true }).catch(() => []);
  return names.filter((name) => /\.(ts|json|onnx|bin)$/.test(name)).map((name) => join(folder, name));
}

/** A digest of names, sizes and times of all code and models a result depends on. Takes milliseconds. */
export async function codeRevision(): Promise<string> {
  const found = (await Promise.all(FOLDERS.map(filesIn))).flat();
  const present = await Promise.all([...found, ...FILES].sort().map((path) => stamp(path).catch(() => `${path}:none`)));
  return createHash("sha256").update(present.join("\n")).digest("hex");
}
