import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import type { Result } from "../../protocol/errors.ts";
import { storing, writeAtomically } from "./atomic-file.ts";

const CompanionFileSchema = v.object({ port: v.number(), pid: v.number() });
type CompanionFile = v.InferOutput<typeof CompanionFileSchema>;

const pathIn = (folder: string): string => join(folder, "companion.json");

/** Says where the companion of this folder listens; the reader has to check that it still does. */
export const writeCompanionFile = (folder: string, where: CompanionFile): Promise<Result<void>> =>
  storing(() => writeAtomically(pathIn(folder), JSON.stringify(where), 0o600));

export const removeCompanionFile = (folder: string): Promise<void> => rm(pathIn(folder), { force: true }).catch(() => undefined);

export async function readCompanionFile(folder: string): Promise<CompanionFile | undefined> {
  const text = await readFile(pathIn(folder), "utf8").catch(() => "null");
  try {
    const parsed = v.safeParse(CompanionFileSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
