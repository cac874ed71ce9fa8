import { type Kysely, sql } from "kysely";
import * as v from "valibot";
import type { Tenant } from "../../protocol/access.ts";
import { type Digest, type EditRequest, EditRequestSchema, type EditResult, EditResultSchema } from "../../protocol/edit.ts";
import type { Tables } from "./tables.ts";

/** One version of one edit. `createdAt` is ISO 8601. */
export interface HistoryEntry {
  readonly id: number;
  readonly jobId: string;
  readonly createdAt: string;
  readonly result: EditResult;
  /** What was asked: sent again, it makes the same picture again. */
  readonly recipe?: EditRequest;
  /** The code that made it. */
  readonly revision?: string;
  /** SHA-256 of the model files it was made with, by model id. */
  readonly models?: Readonly<Record<string, string>>;
}

/** What a new version is recorded with. */
export interface NewVersion {
  readonly jobId: string;
  readonly request: EditRequest;
  readonly revision: string;
  readonly models: Readonly<Record<string, string>>;
  readonly results: readonly EditResult[];
}

export interface HistoryQuery {
  readonly source?: Digest | undefined;
  /** Versions whose instruction or texts contain this, whatever the case. */
  readonly search?: string | undefined;
  /** Only versions recorded before this one: the next page. */
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
}

/** Every edit of one tenant that came out. Nothing is ever removed from it by itself. */
export interface EditHistory {
  record(version: NewVersion): Promise<void>;
  /** Newest first, at most `MAX_ENTRIES` at once. */
  list(query?: HistoryQuery): Promise<readonly HistoryEntry[]>;
  get(id: number): Promise<HistoryEntry | undefined>;
}

export const MAX_ENTRIES = 200;

const ModelsSchema = v.record(v.string(), v.string());

type HistoryRow = {
  readonly id: number;
  readonly job_id: string;
  readonly result: string;
  readonly recipe: string | null;
  readonly revision: string | null;
  readonly models: string | null;
  readonly created_at: number;
};

const entryOf = (row: HistoryRow): HistoryEntry => ({
  id: Number(row.id),
  jobId: row.job_id,
  createdAt: new Date(Number(row.created_at)).toISOString(),
  result: v.parse(EditResultSchema, JSON.parse(row.result)),
  ...(row.recipe !== null && { recipe: v.parse(EditRequestSchema, JSON.parse(row.recipe)) }),
  ...(row.revision !== null && { revision: row.revision }),
  ...(row.models !== null && { models: v.parse(ModelsSchema, JSON.parse(row.models)) }),
});

/** What a person would remember an edit by. */
function wordsOf({ plan, texts }: EditResult): string {
  const named = plan.operations.flatMap((o) => [o.target, o.text?.from, o.text?.to]);
  const words = [plan.instruction, ...named, ...texts.flatMap((t) => [t.original, t.wanted])];
  return [...new Set(words.filter((word) => word !== undefined && word !== ""))].join("\n").toLowerCase();
}

const containing = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;

export function createEditHistory(queries: Kysely<Tables>, tenant: Tenant, now: () => number = Date.now): EditHistory {
  const all = () => queries.selectFrom("history").selectAll().where("tenant", "=", tenant);
  return {
    record: async ({ jobId, request, revision, models, results }) => {
      const shared = {
        tenant,
        job_id: jobId,
        recipe: JSON.stringify(request),
        revision,
        models: JSON.stringify(models),
        created_at: now(),
      };
      const rows = results.map((r) => {
        return { ...shared, source: r.source.sha256, result_sha256: r.result.sha256, result: JSON.stringify(r), words: wordsOf(r) };
      });
      if (rows.length > 0) await queries.insertInto("history").values(rows).execute();
    },
    list: async ({ source, search, before, limit = MAX_ENTRIES } = {}) => {
      let wanted = all();
      if (source !== undefined) wanted = wanted.where("source", "=", source);
      if (before !== undefined) wanted = wanted.where("id", "<", before);
      if (search !== undefined && search !== "") wanted = wanted.where(sql<boolean>`words LIKE ${containing(search)} ESCAPE '\\'`);
      const rows = await wanted.orderBy("id", "desc").limit(Math.min(limit, MAX_ENTRIES)).execute();
      return rows.map(entryOf);
    },
    get: async (id) => {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row === undefined ? undefined : entryOf(row);
    },
  };
}
