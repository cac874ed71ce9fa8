import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type EmendError, emendError, err, ok, type Result } from "../../protocol/errors.ts";

/** Makes a rename durable. Windows cannot open folders and needs no such step. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What a failed write means for a person; paths stay out of it. */
export function storageError(error: unknown): EmendError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EDQUOT")
    return emendError("storage_full", "The disk is full.", { stage: "store", help: "Free some space and try again." });
  if (["EACCES", "EPERM", "EROFS"].includes(code))
    return emendError("storage_failed", "The folder cannot be written to.", { stage: "store", help: "Check its permissions." });
  if (["ENOENT", "ENOTDIR", "EISDIR"].includes(code))
    return emendError("storage_failed", "The place to write to is not there.", { stage: "store", help: "Check the path." });
  return emendError("storage_failed", "Writing to disk failed.", { stage: "store" });
}

const isSystemError = (error: unknown): boolean => error instanceof Error && "code" in error && "syscall" in error;

/** Runs file work and turns what the system refuses into a value; bugs still throw. */
export async function storing<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return err(storageError(error));
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
const isThere = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EEXIST";

/** Makes a folder and those above it. `mkdir`'s own `recursive` never ends where a file system answers "no such folder" for good (/proc). */
export async function makeFolder(folder: string, mode = 0o777): Promise<void> {
  const make = (): Promise<void> =>
    mkdir(folder, { mode }).catch((error: unknown) => {
      if (!isThere(error)) throw error;
    });
  await make().catch(async (error: unknown) => {
    if (!isMissing(error) || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder), mode);
    await make();
  });
}

/** Writes so that a reader sees the old file or the whole new one, never a part, also after a power cut. */
export async function writeAtomically(path: string, bytes: Uint8Array | string, mode = 0o644): Promise<void> {
  const folder = dirname(path);
  await makeFolder(folder);
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, "wx", mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}
