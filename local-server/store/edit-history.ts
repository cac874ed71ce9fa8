import { type SelectQueryBuilder, sql } from "kysely";
import * as v from "valibot";
import type { Tenant } from "../../protocol/access.ts";
import { type EditRequest, EditRequestSchema, type EditResult, EditResultSchema } from "../../protocol/edit.ts";
import { HISTORY_LIMIT, type HistoryEntry, type HistoryQuery } from "../../protocol/history.ts";
import { reviewOf } from "./reviews.ts";
import type { HistoryTable, Queries, ReviewsTable, Tables } from "./tables.ts";

/** What a new version is recorded with. */
export interface NewVersion {
  readonly jobId: string;
  readonly request: EditRequest;
  readonly revision: string;
  readonly models: Readonly<Record<string, string>>;
  readonly results: readonly EditResult[];
}

/** Every edit of one tenant that came out. Nothing is ever removed from it by itself. */
export interface EditHistory {
  record(version: NewVersion): Promise<void>;
  /** Newest first, at most `HISTORY_LIMIT` at once. */
  list(query?: HistoryQuery): Promise<readonly HistoryEntry[]>;
  get(id: number): Promise<HistoryEntry | undefined>;
  /** What a job gave, variant after variant; empty where it gave nothing, or its edits came from the cache. */
  resultsOf(jobId: string): Promise<readonly EditResult[]>;
}

const ModelsSchema = v.record(v.string(), v.string());

type Stored = Omit<HistoryTable, "id"> & { readonly id: number };
type Latest = Pick<ReviewsTable, "decision" | "note" | "who" | "created_at">;

const entryOf = (row: Stored, review: Latest | undefined): HistoryEntry => ({
  id: Number(row.id),
  jobId: row.job_id,
  createdAt: new Date(Number(row.created_at)).toISOString(),
  result: v.parse(EditResultSchema, JSON.parse(row.result)),
  ...(row.recipe !== null && { recipe: v.parse(EditRequestSchema, JSON.parse(row.recipe)) }),
  ...(row.revision !== null && { revision: row.revision }),
  ...(row.models !== null && { models: v.parse(ModelsSchema, JSON.parse(row.models)) }),
  ...(review !== undefined && { review: reviewOf(review) }),
});

/** What a person would remember an edit by. */
function wordsOf({ plan, texts }: EditResult): string {
  const named = plan.operations.flatMap((o) => [o.target, o.text?.from, o.text?.to]);
  const words = [plan.instruction, ...named, ...texts.flatMap((t) => [t.original, t.wanted])];
  return [...new Set(words.filter((word) => word !== undefined && word !== ""))].join("\n").toLowerCase();
}

const containing = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;

type Selection = SelectQueryBuilder<Tables, "history", Stored>;

function narrowed(all: Selection, { source, search, review, jobs, before }: HistoryQuery): Selection {
  const decision = sql<string>`(SELECT decision FROM reviews WHERE reviews.tenant = history.tenant AND reviews.job_id = history.job_id
    ORDER BY reviews.id DESC LIMIT 1)`;
  let wanted = all;
  if (source !== undefined) wanted = wanted.where("source", "=", source);
  if (jobs !== undefined) wanted = wanted.where("job_id", "in", jobs.split(","));
  if (before !== undefined) wanted = wanted.where("id", "<", before);
  if (search !== undefined && search !== "") wanted = wanted.where(sql<boolean>`words LIKE ${containing(search)} ESCAPE '\\'`);
  if (review === "open") wanted = wanted.where("needs_review", "=", 1).where(sql<boolean>`${decision} IS NULL`);
  else if (review !== undefined) wanted = wanted.where(sql<boolean>`${decision} = ${review}`);
  return wanted;
}

async function latestReviews(queries: Queries, tenant: Tenant, jobs: readonly string[]): Promise<ReadonlyMap<string, Latest>> {
  if (jobs.length === 0) return new Map();
  const rows = await queries
    .selectFrom("reviews")
    .selectAll()
    .where("tenant", "=", tenant)
    .where("job_id", "in", jobs)
    .orderBy("id")
    .execute();
  return new Map(rows.map((row) => [row.job_id, row]));
}

export function createEditHistory(queries: Queries, tenant: Tenant, now: () => number = Date.now): EditHistory {
  const all = (): Selection => queries.selectFrom("history").selectAll().where("tenant", "=", tenant);
  const entriesOf = async (rows: readonly Stored[]): Promise<HistoryEntry[]> => {
    const reviews = await latestReviews(queries, tenant, [...new Set(rows.map((row) => row.job_id))]);
    return rows.map((row) => entryOf(row, reviews.get(row.job_id)));
  };
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
      const rows = results.map((r, variant) => {
        const digests = { variant, source: r.source.sha256, result_sha256: r.result.sha256 };
        return { ...shared, ...digests, result: JSON.stringify(r), words: wordsOf(r), needs_review: r.needsReview ? 1 : 0 };
      });
      for (const row of rows)
        await queries
          .insertInto("history")
          .values(row)
          .onConflict((conflict) => conflict.columns(["job_id", "variant"]).doUpdateSet(row))
          .execute();
    },
    list: async (query = {}) => {
      const limit = Math.min(query.limit ?? HISTORY_LIMIT, HISTORY_LIMIT);
      return entriesOf(await narrowed(all(), query).orderBy("id", "desc").limit(limit).execute());
    },
    resultsOf: async (jobId) => {
      const rows = await all().where("job_id", "=", jobId).orderBy("variant").execute();
      return rows.map((row) => entryOf(row, undefined).result);
    },
    get: async (id) => (await entriesOf(await all().where("id", "=", id).execute()))[0],
  };
}
