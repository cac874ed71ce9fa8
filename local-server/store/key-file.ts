import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { Result } from "../../protocol/errors.ts";
import { makeFolder, storing, writeAtomically } from "./atomic-file.ts";

const KeysSchema = v.record(v.string(), v.string());
const pathIn = (folder: string): string => join(folder, "keys.json");

async function readAll(folder: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(pathIn(folder), "utf8").catch(() => "{}");
  try {
    const keys = v.safeParse(KeysSchema, JSON.parse(text));
    return keys.success ? keys.output : {};
  } catch {
    return {};
  }
}

/** The key of an engine from the data folder's key file; for machines without a keychain. */
export async function readKeyFile(folder: string, engine: string): Promise<string | undefined> {
  const keys = await readAll(folder);
  return Object.hasOwn(keys, engine) ? keys[engine] : undefined;
}

/** Writes or (without `key`) removes a key. The file is 0600 in a 0700 folder. */
export async function writeKeyFile(folder: string, engine: string, key: string | undefined): Promise<Result<void>> {
  const keys = Object.fromEntries(Object.entries(await readAll(folder)).filter(([name]) => name !== engine));
  if (key !== undefined) keys[engine] = key;
  return storing(async () => {
    await makeFolder(folder, 0o700);
    await writeAtomically(pathIn(folder), `${JSON.stringify(keys)}\n`, 0o600);
    await chmod(pathIn(folder), 0o600);
  });
}
