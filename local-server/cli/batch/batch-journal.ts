import { appendFile, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { DigestSchema } from "../../../protocol/edit.ts";
import { EmendErrorSchema } from "../../../protocol/errors.ts";

/** What became of one cell. `request` is the digest of what was asked, so that a changed cell is told from one that is done. */
export const CellOutcomeSchema = v.object({
  out: v.string(),
  picture: v.string(),
  request: DigestSchema,
  status: v.picklist(["done", "review", "failed"]),
  /** Bytes of the file written. */
  size: v.optional(v.number()),
  confidence: v.optional(v.number()),
  reasons: v.optional(v.array(v.string())),
  error: v.optional(EmendErrorSchema),
});
export type CellOutcome = v.InferOutput<typeof CellOutcomeSchema>;

/** One line for each cell that ended, in the output folder: what `--resume` goes on from. */
export const JOURNAL = "emend-batch.jsonl";

function outcomeOf(line: string): CellOutcome | undefined {
  try {
    const parsed = v.safeParse(CellOutcomeSchema, JSON.parse(line));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // The last line of a batch that was cut off.
    return undefined;
  }
}

/** The latest outcome of every cell that made a file which is still there as it was written. */
export async function readJournal(folder: string): Promise<ReadonlyMap<string, CellOutcome>> {
  const text = await readFile(join(folder, JOURNAL), "utf8").catch(() => "");
  const latest = new Map(
    text
      .split("\n")
      .flatMap((line) => outcomeOf(line) ?? [])
      .map((outcome) => [outcome.out, outcome]),
  );
  for (const [out, { size, status }] of latest) {
    const found = await stat(join(folder, out)).catch(() => undefined);
    if (status === "failed" || found?.size !== size) latest.delete(out);
  }
  return latest;
}

/** Starts on a line of its own, so that what a crash cut off spoils nothing. */
export const writeOutcome = (folder: string, outcome: CellOutcome): Promise<void> =>
  appendFile(join(folder, JOURNAL), `\n${JSON.stringify(outcome)}`, { flush: true });
