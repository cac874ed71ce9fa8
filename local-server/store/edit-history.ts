import * as v from "valibot";
import { type Digest, type EditResult, EditResultSchema } from "../../protocol/edit.ts";
import type { Database, Row } from "./database.ts";

/** One finished edit. `createdAt` is ISO 8601. */
export interface HistoryEntry {
  readonly jobId: string;
  readonly createdAt: string;
  readonly result: EditResult;
}

export interface EditHistory {
  record(jobId: string, results: readonly EditResult[]): void;
  /** Newest first; of one source picture where `source` is given. */
  list(options?: { readonly source?: Digest | undefined; readonly limit?: number }): readonly HistoryEntry[];
}

const entryOf = (row: Row): HistoryEntry => ({
  jobId: String(row.job_id),
  createdAt: new Date(Number(row.created_at)).toISOString(),
  result: v.parse(EditResultSchema, JSON.parse(String(row.result))),
});

const MAX_ENTRIES = 200;

/** Every edit that came out, with the digests before and after. */
export function createEditHistory(db: Database, now: () => number = Date.now): EditHistory {
  const insert = "INSERT INTO history (job_id, source, result_sha256, result, created_at) VALUES (?, ?, ?, ?, ?)";
  return {
    record: (jobId, results) =>
      db.transaction(() => {
        for (const r of results) db.run(insert, jobId, r.source.sha256, r.result.sha256, JSON.stringify(r), now());
      }),
    list: ({ source, limit = MAX_ENTRIES } = {}) => {
      const where = source === undefined ? "" : "WHERE source = ?";
      const values = source === undefined ? [limit] : [source, limit];
      return db.all(`SELECT * FROM history ${where} ORDER BY id DESC LIMIT ?`, ...values).map(entryOf);
    },
  };
}
