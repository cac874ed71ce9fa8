import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { makeFolder, storing } from "./atomic-file.ts";

/**
 * One companion per data folder. The lock is an exclusive transaction on a side database: the kernel releases it however the
 * process ends, so there is no stale lock to clean up and no race between two that try.
 */
export async function takeOwnerLock(folder: string): Promise<Result<{ release(): void }>> {
  const made = await storing(() => makeFolder(folder, 0o700));
  if (!made.ok) return made;
  const taken = "Another companion already uses this data folder.";
  try {
    const db = new DatabaseSync(join(folder, "owner.sqlite"), { timeout: 0 });
    db.exec("BEGIN EXCLUSIVE");
    return ok({ release: () => db.close() });
  } catch {
    return err(
      emendError("storage_failed", taken, { stage: "store", help: "Use that one, end it, or choose another folder with --data." }),
    );
  }
}
