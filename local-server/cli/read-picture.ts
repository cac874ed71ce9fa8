import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { emendError, err, ok, type Result } from "../../protocol/errors.ts";
import { LIMITS } from "../../protocol/limits.ts";

const refused = (message: string, help?: string): Result<never> =>
  err(emendError("bad_usage", message, help === undefined ? {} : { help }));

/** Reads a file the person named; messages carry its name, never the whole path. */
export async function readPicture(path: string, folder: string): Promise<Result<Uint8Array>> {
  const absolute = resolve(folder, path);
  const found = await stat(absolute).catch(() => undefined);
  if (found === undefined) return refused(`There is no file "${basename(path)}".`, "Check the path.");
  if (!found.isFile()) return refused(`"${basename(path)}" is not a file.`);
  if (found.size > LIMITS.blobBytes)
    return err(emendError("payload_too_large", `A picture file may have at most ${LIMITS.blobBytes / 1024 / 1024} MB.`));
  const bytes = await readFile(absolute).catch(() => undefined);
  return bytes === undefined ? refused(`"${basename(path)}" cannot be read.`, "Check its permissions.") : ok(bytes);
}
