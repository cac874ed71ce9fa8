import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { DigestSchema } from "../../protocol/edit.ts";
import { writeAtomically } from "../store/atomic-file.ts";

/**
 * What is installed, under the data folder: `models/<id>/` holds checked files only and `emend-model.json`, the record of what they
 * are; `downloads/<id>/` holds what is still being fetched.
 */
export interface ModelFolder {
  readonly models: string;
  readonly downloads: string;
}

export const modelFolderOf = (dataFolder: string): ModelFolder => ({
  models: join(dataFolder, "models"),
  downloads: join(dataFolder, "downloads"),
});

const RECORD = "emend-model.json";
const RecordSchema = v.object({
  id: v.string(),
  /** Revision, tag or folder the files came from. */
  source: v.string(),
  files: v.array(
    v.object({ path: v.string(), bytes: v.number(), sha256: DigestSchema, checkedAgainst: v.picklist(["card", "hub", "sums"]) }),
  ),
});
export type InstallRecord = v.InferOutput<typeof RecordSchema>;
export type InstalledFile = InstallRecord["files"][number];

/** The record of an installed model, or nothing where it is not (or no longer) whole. */
export async function readRecord(folder: string): Promise<InstallRecord | undefined> {
  try {
    const read = v.safeParse(RecordSchema, JSON.parse(await readFile(join(folder, RECORD), "utf8")));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

export const writeRecord = (folder: string, record: InstallRecord): Promise<void> =>
  writeAtomically(join(folder, RECORD), `${JSON.stringify(record, null, 2)}\n`);

export const sizeOf = (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ size }) => size,
    () => undefined,
  );

/** SHA-256 of a file, hex; reads it once, about 1 GB/s. */
export async function digestOfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(path, { highWaterMark: 1 << 20, ...(signal !== undefined && { signal }) })) hash.update(part);
  return hash.digest("hex");
}

/** Files of a record that are no longer what they were: by size, or `thorough`ly by digest. */
export async function changedFiles(
  folder: string,
  { files }: InstallRecord,
  { thorough, signal }: { readonly thorough: boolean; readonly signal?: AbortSignal },
): Promise<readonly InstalledFile[]> {
  const changed: InstalledFile[] = [];
  for (const file of files) {
    const path = join(folder, file.path);
    const same = (await sizeOf(path)) === file.bytes && (!thorough || (await digestOfFile(path, signal)) === file.sha256);
    if (!same) changed.push(file);
  }
  return changed;
}

/** Bytes free where models are kept, or nothing where the system does not tell. */
export async function freeBytesAt(folder: string): Promise<number | undefined> {
  for (let at = folder; ; at = join(at, "..")) {
    const found = await statfs(at).catch(() => undefined);
    if (found !== undefined) return found.bavail * found.bsize;
    if (join(at, "..") === at) return undefined;
  }
}

/** Removes half-done downloads of models there are no cards for any more. */
export async function sweepDownloads({ downloads }: ModelFolder, known: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(downloads, { withFileTypes: true }).catch(() => []);
  const left = entries.filter((entry) => entry.isDirectory() && !known.has(entry.name));
  for (const { name } of left) await rm(join(downloads, name), { recursive: true, force: true });
}
