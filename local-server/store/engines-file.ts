import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { emendError, err, type Result } from "../../protocol/errors.ts";
import { makeFolder, storing, writeAtomically } from "./atomic-file.ts";

const Word = v.pipe(v.string(), v.maxLength(2000));
const EnginesFileSchema = v.object({
  /** By engine, then by name. */
  settings: v.optional(v.record(v.string(), v.record(v.string(), Word)), {}),
  /** By engine: where pictures may go, and since when. */
  consents: v.optional(v.record(v.string(), v.object({ host: Word, at: Word })), {}),
});
export type EnginesFile = v.InferOutput<typeof EnginesFileSchema>;

const EMPTY: EnginesFile = { settings: {}, consents: {} };
const pathIn = (folder: string): string => join(folder, "engines.json");

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

/** The file as it is; `undefined` where it is damaged or cannot be read. */
function parsed(folder: string): EnginesFile | undefined {
  try {
    const read = v.safeParse(EnginesFileSchema, JSON.parse(readFileSync(pathIn(folder), "utf8")));
    return read.success ? read.output : undefined;
  } catch (error) {
    return isMissing(error) ? EMPTY : undefined;
  }
}

/** Settings and consents of a data folder. A damaged file counts as empty: nothing is allowed that was not allowed legibly. */
export const readEnginesFile = (folder: string): EnginesFile => parsed(folder) ?? EMPTY;

/** Changes the file (0600). A damaged one is left alone: `storage_failed`. */
export async function changeEnginesFile(folder: string, change: (file: EnginesFile) => EnginesFile): Promise<Result<void>> {
  const file = parsed(folder);
  if (file === undefined) {
    const help = "Repair or delete engines.json in the data folder.";
    return err(emendError("storage_failed", "The engines' settings file is damaged.", { stage: "store", help }));
  }
  return storing(async () => {
    await makeFolder(folder, 0o700);
    await writeAtomically(pathIn(folder), `${JSON.stringify(change(file), null, 2)}\n`, 0o600);
  });
}
